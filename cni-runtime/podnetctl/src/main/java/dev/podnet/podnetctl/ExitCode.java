package dev.podnet.podnetctl;

/** What the shell learns. */
final class ExitCode {
  /** Nothing stands in the way; warnings may have been printed. */
  static final int FINE = 0;

  /** The command did its work and found something that must be put right. */
  static final int FINDINGS = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** podnetctl itself failed. */
  static final int BUG = 3;

  private ExitCode() {}
}
