package dev.podnet.ipam;

import java.util.Optional;

/**
 * Addresses of one profile by state.
 *
 * @param listed what the source lists now
 * @param held in use by a pod
 * @param draining released, the pod's link not yet seen gone
 * @param cooling released not long ago
 * @param quarantined in use although the source no longer lists them; counted in held or draining
 *     too
 */
public record Usage(
    String profile,
    Optional<String> resource,
    int listed,
    int held,
    int draining,
    int cooling,
    int free,
    int quarantined) {}
