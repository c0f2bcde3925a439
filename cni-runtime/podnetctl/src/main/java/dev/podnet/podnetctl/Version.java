package dev.podnet.podnetctl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a program's version, enough to compare with what is needed. */
record Version(int major, int minor) implements Comparable<Version> {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?");

  /** What terminals take for colours: some programs write it to files too. */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  /** The first version in a program's own words, such as {@code openjdk version "17.0.1"}. */
  static Optional<Version> in(String text) {
    Matcher m = NUMBERS.matcher(COLOUR.matcher(text).replaceAll(""));
    return m.find()
        ? Optional.of(
            new Version(
                Integer.parseInt(m.group(1)),
                m.group(2) == null ? 0 : Integer.parseInt(m.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Version other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
