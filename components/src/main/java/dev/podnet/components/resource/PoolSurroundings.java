package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetNodePoolOptionArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionResult;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionSource;
import com.pulumi.oci.Identity.IdentityFunctions;
import com.pulumi.oci.Identity.inputs.GetAvailabilityDomainsArgs;
import com.pulumi.oci.Identity.outputs.GetAvailabilityDomainsAvailabilityDomain;
import dev.podnet.components.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What all pools of a cluster share. */
public record PoolSurroundings(
    Cluster cluster,
    Network network,
    SecurityRules rules,
    String kubernetesVersion,
    Output<List<String>> availabilityDomains,
    Output<List<GetNodePoolOptionSource>> images,
    Map<String, String> tags,
    Notes notes) {

  /** Asks the region for its availability domains and OKE images once, for all pools. */
  static PoolSurroundings of(
      Plan plan, Cluster cluster, Network network, SecurityRules rules, Notes notes) {
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
    return new PoolSurroundings(
        cluster,
        network,
        rules,
        plan.cluster().kubernetesVersion(),
        domains,
        images,
        plan.tags(),
        notes);
  }

  /** The newest x86 OKE image of the cluster's Kubernetes version: names carry version and date. */
  Output<String> newestImage() {
    String marker = "-OKE-" + kubernetesVersion.replaceFirst("^v", "") + "-";
    return images.applyValue(all ->
        all.stream()
            .filter(s -> s.sourceName().contains(marker))
            .filter(s -> !s.sourceName().contains("aarch64") && !s.sourceName().contains("GPU"))
            .max(Comparator.comparing(GetNodePoolOptionSource::sourceName))
            .map(GetNodePoolOptionSource::imageId)
            .orElseThrow(() ->
                new IllegalStateException(
                    "No OKE image is listed for Kubernetes " + kubernetesVersion + ".")));
  }
}
