package dev.podnet.components.config;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How OKE brings the nodes of a changed pool up to date; without it nodes stay as they are. */
public record CyclingConfig(
    @About(value = "Nodes beyond the pool's size meanwhile, a number or a percentage.", def = "1")
        String maximumSurge,
    @About(value = "Nodes that may be missing, a number or a percentage.", def = "0")
        String maximumUnavailable,
    @About(
            value =
                "instanceReplace, bootVolumeReplace or both; new VNIC profiles need new instances.",
            example = "[instanceReplace]")
        List<CycleMode> cycleModes) {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(%?)");

  public CyclingConfig {
    cycleModes = List.copyOf(cycleModes);
  }

  /**
   * Nodes beyond a pool's size while all its nodes are cycled. A node whose boot volume is replaced
   * stays, with its addresses, so that none comes in its place. Source: Oracle, Balancing Service
   * Availability and Cost When Cycling Managed Nodes in Node Pools.
   */
  public long surge(int size) {
    boolean inPlace = !cycleModes.isEmpty() && !cycleModes.contains(CycleMode.INSTANCE_REPLACE);
    return inPlace ? 0 : nodes(maximumSurge, size).orElse(0);
  }

  /**
   * A number of nodes, or a percentage of {@code size}; empty for any other text. How OKE rounds is
   * not documented: up, so that none is missed.
   */
  public static OptionalLong nodes(String text, int size) {
    Matcher found = NUMBER.matcher(text);
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(found.group(1));
    return OptionalLong.of(found.group(2).isEmpty() ? number : (number * size + 99) / 100);
  }

  /** What of a node is renewed. */
  public enum CycleMode {
    INSTANCE_REPLACE,
    BOOT_VOLUME_REPLACE
  }
}
