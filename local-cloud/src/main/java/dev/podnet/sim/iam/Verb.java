package dev.podnet.sim.iam;

import java.util.Locale;
import java.util.Optional;

/** What a statement lets its subject do; each verb includes those before it. */
public enum Verb {
  INSPECT,
  READ,
  USE,
  MANAGE,
  /** Only in statements across tenancies; it includes nothing and nothing includes it. */
  ASSOCIATE;

  static Optional<Verb> parse(String word) {
    for (Verb verb : values()) {
      if (verb.word().equalsIgnoreCase(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  boolean includes(Verb other) {
    return this == other || (this != ASSOCIATE && other != ASSOCIATE && compareTo(other) > 0);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
