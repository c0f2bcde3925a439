package dev.podnet.source;

import java.util.List;

/**
 * What a source knows about this node now.
 *
 * @param state BACKOFF, IN_PROGRESS or SUCCESS; VNICs that are there are served in any of them
 * @param reason why it is in this state, as the control plane says
 * @param problems what in it was not understood, a sentence each
 */
public record NodeNetwork(
    String state, String reason, List<VnicFacts> vnics, List<String> problems) {}
