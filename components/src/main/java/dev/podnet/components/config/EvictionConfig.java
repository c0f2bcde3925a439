package dev.podnet.components.config;

/** How long a node that has to go waits for its pods. */
public record EvictionConfig(
    @About(value = "Minutes that pods get to leave, 0 to 60.", def = "60") int graceMinutes,
    @About(value = "Whether the node goes even when pods are left.", def = "false")
        boolean force) {}
