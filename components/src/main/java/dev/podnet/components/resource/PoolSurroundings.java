package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetNodePoolOptionArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionResult;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionSource;
import com.pulumi.oci.Identity.IdentityFunctions;
import com.pulumi.oci.Identity.inputs.GetAvailabilityDomainsArgs;
import com.pulumi.oci.Identity.outputs.GetAvailabilityDomainsAvailabilityDomain;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.ImagePlan;
import dev.podnet.components.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What all pools of a cluster share. */
public record PoolSurroundings(
    Cluster cluster,
    AccessPolicies access,
    Network network,
    SecurityRules rules,
    Output<List<String>> availabilityDomains,
    Output<List<GetNodePoolOptionSource>> images,
    Notes notes) {

  /** Asks the region for its availability domains and OKE images once, for all pools. */
  static PoolSurroundings of(
      Plan plan,
      Cluster cluster,
      AccessPolicies access,
      Network network,
      SecurityRules rules,
      Notes notes) {
    String compartment = plan.compartment();
    Output<List<String>> domains =
        IdentityFunctions.getAvailabilityDomains(
                GetAvailabilityDomainsArgs.builder().compartmentId(compartment).build())
            .applyValue(r ->
                r.availabilityDomains().stream()
                    .map(GetAvailabilityDomainsAvailabilityDomain::name)
                    .sorted()
                    .toList());
    Output<List<GetNodePoolOptionSource>> images =
        ContainerEngineFunctions.getNodePoolOption(
                GetNodePoolOptionArgs.builder()
                    .nodePoolOptionId("all")
                    .compartmentId(compartment)
                    .build())
            .applyValue(GetNodePoolOptionResult::sources);
    return new PoolSurroundings(cluster, access, network, rules, domains, images, notes);
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
    return rules
        .groupId(role)
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
