package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionSource;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.ImagePlan;
import dev.podnet.components.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What all pools of a cluster share.
 *
 * @param settled a compartment's OCID, told once the policies that pools need can be relied upon:
 *     {@link AccessPolicies#settled}, or {@code Output::of} where they are old
 * @param availabilityDomains names of the region's, in their order
 * @param images those that OKE offers for nodes
 */
public record PoolSurroundings(
    NetworkIds network,
    ClusterIds cluster,
    Function<String, Output<String>> settled,
    Output<List<String>> availabilityDomains,
    Output<List<GetNodePoolOptionSource>> images,
    Notes notes) {

  /**
   * Asks the region for its availability domains and OKE images, once for all pools.
   *
   * @param lookup says which provider is asked: that of its parent, or the one it names
   */
  public static PoolSurroundings of(
      Plan plan,
      NetworkIds network,
      ClusterIds cluster,
      Function<String, Output<String>> settled,
      Notes notes,
      InvokeOptions lookup) {
    return new PoolSurroundings(
        network,
        cluster,
        settled,
        Region.availabilityDomains(plan.compartment(), lookup),
        Region.images(plan.compartment(), lookup),
        notes);
  }

  /** OCID of the image: the one named, or the newest that fits; names carry version and date. */
  Output<String> image(ImagePlan wanted) {
    return wanted
        .id()
        .map(Output::of)
        .orElseGet(() -> images.applyValue(all -> fitting(all, wanted)));
  }

  /** The stack's own security group of a role, and others. */
  Output<List<String>> groups(Role role, List<String> others) {
    return network
        .group(role)
        .orElseThrow(() -> new IllegalArgumentException("The plan has no group for " + role))
        .applyValue(own -> Stream.concat(Stream.of(own), others.stream()).toList());
  }

  private static String fitting(List<GetNodePoolOptionSource> images, ImagePlan wanted) {
    return images.stream()
        .filter(s -> wanted.fits(s.sourceName()))
        .max(Comparator.comparing(GetNodePoolOptionSource::sourceName, ImagePlan.AGE))
        .map(GetNodePoolOptionSource::imageId)
        .orElseThrow(() ->
            new IllegalStateException(
                "No OKE image is listed "
                    + wanted
                        .name()
                        .map(name -> "under the name " + name + ".")
                        .orElseGet(() ->
                            "for Kubernetes "
                                + wanted.kubernetesVersion()
                                + " on "
                                + wanted.kind().name().toLowerCase(Locale.ROOT)
                                + " nodes.")));
  }
}
