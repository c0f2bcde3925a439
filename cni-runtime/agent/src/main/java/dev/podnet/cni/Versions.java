package dev.podnet.cni;

import java.util.List;

/** The versions of the specification that are spoken. */
public final class Versions {
  public static final List<String> SUPPORTED = List.of("0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0");
  public static final String NEWEST = SUPPORTED.getLast();

  private Versions() {}

  /** Whether {@code version} is {@code other} or newer; both supported. */
  public static boolean atLeast(String version, String other) {
    return SUPPORTED.indexOf(version) >= SUPPORTED.indexOf(other);
  }
}
