package dev.podnet.components.config;

import java.util.List;

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

  public CyclingConfig {
    cycleModes = List.copyOf(cycleModes);
  }

  /** What of a node is renewed. */
  public enum CycleMode {
    INSTANCE_REPLACE,
    BOOT_VOLUME_REPLACE
  }
}
