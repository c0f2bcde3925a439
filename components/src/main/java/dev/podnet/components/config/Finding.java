package dev.podnet.components.config;

/**
 * One thing wrong with the settings.
 *
 * @param id stable name, as listed in the table of findings
 * @param severity whether it stops the deployment
 * @param path the setting, such as {@code podnet:pools[0].profiles[1].ipCount}
 * @param reason a sentence: what is wrong
 * @param fix a sentence: what to do
 * @param source where the limit comes from; empty where nobody but podnet asks for it
 */
public record Finding(
    String id, Severity severity, String path, String reason, String fix, String source) {

  /** Errors are what Oracle forbids or what cannot be read; warnings may be waived. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Finding error(String id, String path, String reason, String fix, String source) {
    return new Finding(id, Severity.ERROR, path, reason, fix, source);
  }

  public static Finding warning(String id, String path, String reason, String fix, String source) {
    return new Finding(id, Severity.WARNING, path, reason, fix, source);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
