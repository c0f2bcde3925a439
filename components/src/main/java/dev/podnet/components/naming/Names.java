package dev.podnet.components.naming;

import java.util.Locale;

/**
 * Names of a component's children. In Pulumi's state and in the cloud alike they are the
 * component's name and the child's role, so that a look at one finds the other.
 */
public final class Names {
  private static final int MAX_DNS_LABEL = 15;

  private Names() {}

  /** {@code demo} and {@code worker nodes} give {@code demo-worker-nodes}. */
  public static String child(String component, String role) {
    return component + "-" + role.strip().replaceAll("\\s+", "-");
  }

  /** A DNS label of a VCN or subnet: letters and digits, a letter first, 15 at most. */
  public static String dnsLabel(String name) {
    String label =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceAll("^\\d+", "");
    return label.substring(0, Math.min(label.length(), MAX_DNS_LABEL));
  }
}
