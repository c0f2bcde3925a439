package dev.podnet.node;

import dev.podnet.ip.Mac;
import java.util.Optional;

/** A network interface as the kernel has it. */
public record Link(
    int index, String name, Optional<Mac> mac, int mtu, boolean up, int group, String alias) {}
