package dev.podnet.node;

import dev.podnet.ip.Prefix;
import java.util.Optional;

/** Which table is asked for packets from a block of addresses, or come by an interface, or all. */
public record Rule(
    boolean isIpv6,
    int priority,
    Optional<Prefix> from,
    Optional<String> arrivedBy,
    int table,
    int protocol) {}
