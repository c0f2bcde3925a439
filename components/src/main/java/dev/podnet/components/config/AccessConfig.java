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
    @About(
            "Tenancy (OCID); policies of the broad tier, those of virtual nodes and dynamic groups"
                + " belong to it.")
        Optional<String> tenancy,
    @About(
            value =
                "Dynamic group that the nodes with permissions of their own are in, as statements"
                    + " name it; made when left out.",
            example = "Default/oke-nodes")
        Optional<String> dynamicGroup,
    @About(
            value =
                "Whether nodes with the packaged CNI may ask Oracle's APIs for their VNICs and"
                    + " addresses; its statements are derived from the calls, not documented.",
            def = "false")
        boolean secondSource,
    @About(
            value =
                "Seconds from the creation of a policy in which OCI may not know it everywhere;"
                    + " pools wait for them. 0 to 600.",
            def = "60")
        int propagationSeconds) {
  private static final int PROPAGATION_SECONDS = 60;

  /** How far the statements reach. */
  public enum Tier {
    BROAD,
    NARROW,
    PRINT
  }

  public static AccessConfig defaults() {
    return new AccessConfig(
        Tier.NARROW, Optional.empty(), Optional.empty(), false, PROPAGATION_SECONDS);
  }
}
