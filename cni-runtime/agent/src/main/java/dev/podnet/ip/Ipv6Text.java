package dev.podnet.ip;

import java.nio.ByteBuffer;

/** IPv6 addresses in the form of RFC 5952: the longest run of zeroes is left out. */
final class Ipv6Text {
  private Ipv6Text() {}

  static String of(byte[] bytes) {
    int[] groups = new int[8];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < 8; i++) {
      groups[i] = Short.toUnsignedInt(buffer.getShort());
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int run = zeroes(groups, i);
      if (run > longest) {
        start = i;
        longest = run;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean follows = i > 0 && text.charAt(text.length() - 1) != ':';
        text.append(follows ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static int zeroes(int[] groups, int from) {
    int run = 0;
    while (from + run < groups.length && groups[from + run] == 0) {
      run++;
    }
    return run;
  }
}
