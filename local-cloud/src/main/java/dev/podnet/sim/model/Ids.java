package dev.podnet.sim.model;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * OCIDs and other unique values: a function of the seed and of a counter that is part of the state,
 * so that a run can be repeated and a restart never gives an id twice.
 */
public final class Ids {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String HEX = "0123456789ABCDEF";
  private static final int UNIQUE_LENGTH = 60;

  private final long seed;
  private long counter;

  Ids(long seed, long counter) {
    this.seed = seed;
    this.counter = counter;
  }

  public long next() {
    return ++counter;
  }

  public long counter() {
    return counter;
  }

  public String ocid(Catalog catalog, Kind kind) {
    String region =
        kind.global() ? "" : catalog.facts().doc("region").need("key").toLowerCase(Locale.ROOT);
    return "ocid1." + kind.ocid() + ".oc1." + region + "." + unique();
  }

  /** The last part of an OCID. */
  public String unique() {
    return "aaaaaaaa" + word(LETTERS, UNIQUE_LENGTH - 8);
  }

  /** The id of a security rule: six hexadecimal digits. */
  public String ruleId() {
    return word(HEX, 6);
  }

  /** A MAC address with the prefix of OCI's virtual NICs. */
  public String mac() {
    String digits = word(HEX, 8);
    return "02:00:%s:%s:%s:%s"
        .formatted(
            digits.substring(0, 2),
            digits.substring(2, 4),
            digits.substring(4, 6),
            digits.substring(6));
  }

  /** A number from 0 to {@code bound} - 1. */
  public int number(int bound) {
    return random().nextInt(bound);
  }

  private String word(String alphabet, int length) {
    var random = random();
    var word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  private SplittableRandom random() {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + next());
  }
}
