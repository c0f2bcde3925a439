package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import java.util.Optional;

/**
 * A route. With a gateway it is one to anywhere the gateway is, reachable on the link whatever the
 * other routes say; without one the destination itself is on the link.
 *
 * @param source what the node's own packets along it carry, where it says so
 */
public record Route(
    int table,
    Prefix destination,
    int link,
    Optional<Ip> gateway,
    Optional<Ip> source,
    int protocol) {}
