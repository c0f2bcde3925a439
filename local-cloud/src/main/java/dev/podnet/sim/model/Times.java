package dev.podnet.sim.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps as OCI writes them: RFC 3339 in UTC, always with milliseconds. */
public final class Times {
  private static final DateTimeFormatter RFC3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private Times() {}

  public static String text(Instant instant) {
    return RFC3339.format(instant);
  }

  /** The digits that OCI puts into display names nobody gave. */
  public static String compact(Instant instant) {
    return COMPACT.format(instant);
  }
}
