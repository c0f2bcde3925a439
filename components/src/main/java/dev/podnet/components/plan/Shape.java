package dev.podnet.components.plan;

import java.util.Optional;

/**
 * What a compute shape allows.
 *
 * @param min fewest VNICs of a flexible shape
 * @param perOcpu VNICs per OCPU of a flexible shape; 0 for a fixed shape
 * @param max most VNICs
 * @param maxOcpus most OCPUs of a flexible shape; 0 for a fixed shape
 */
public record Shape(String shape, int min, int perOcpu, int max, int maxOcpus) {

  public boolean isFlexible() {
    return perOcpu > 0;
  }

  /** VNICs of a node: the primary one and what is left for pods. */
  public int vnics(Optional<Integer> ocpus) {
    return isFlexible() ? Math.min(Math.max(ocpus.orElse(1) * perOcpu, min), max) : max;
  }
}
