package dev.podnet.source;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;
import dev.podnet.ipam.PodAddress;
import java.util.List;
import java.util.Optional;

/**
 * A VNIC of this node that gives addresses to pods.
 *
 * @param resource the Application Resource that stands for it, where there is one
 * @param hostAddresses the VNIC's own, never a pod's
 */
public record VnicFacts(
    String id,
    Mac mac,
    Optional<String> resource,
    List<Prefix> subnets,
    List<Ip> routers,
    List<Ip> hostAddresses,
    List<PodAddress> podAddresses) {}
