package dev.podnet.policies.decisions;

import dev.podnet.cluster.process.Outcome;
import java.util.Locale;
import java.util.regex.Pattern;

/** What became of a request. */
enum Decision {
  ALLOWED,
  /** By an admission policy. */
  DENIED,
  /** By something else: RBAC, another admission plugin, the tool itself. */
  REFUSED;

  private static final Pattern POLICY =
      Pattern.compile("ValidatingAdmissionPolicy '[a-z-]+' with binding '[a-z-]+' denied request");

  static Decision of(Outcome outcome) {
    if (outcome.ok()) {
      return ALLOWED;
    }
    return POLICY.matcher(outcome.error()).find() ? DENIED : REFUSED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
