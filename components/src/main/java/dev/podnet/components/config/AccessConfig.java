package dev.podnet.components.config;

import java.util.Optional;

/** Which IAM statements the stack writes, and where. */
public record AccessConfig(
    @About(
            value =
                "broad: the whole tenancy; narrow: this cluster and these compartments; print: an"
                    + " output for an administrator, nothing created.",
            def = "narrow")
        Tier tier,
    @About("Tenancy (OCID); policies of the broad tier are attached to it.")
        Optional<String> tenancy) {

  /** How far the statements reach. */
  public enum Tier {
    BROAD,
    NARROW,
    PRINT
  }

  public static AccessConfig defaults() {
    return new AccessConfig(Tier.NARROW, Optional.empty());
  }
}
