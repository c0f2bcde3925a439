package dev.podnet.linux;

import java.io.IOException;

/** A system call that failed: what was tried, and why not. */
public final class SystemCallException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  SystemCallException(String what, int errno) {
    super("cannot " + what + ": " + Errno.text(errno));
    this.errno = errno;
  }

  public int errno() {
    return errno;
  }
}
