package dev.podnet.agent;

import dev.podnet.ipam.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of links. */
final class Names {
  private static final String PREFIX = "pod";
  private static final int DIGITS = 11;

  private Names() {}

  /** The host's end, from its owner alone, so that a leftover is found without any record. */
  static String link(Owner owner) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(owner.toString().getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
