package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetNodePoolOptionArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionResult;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolOptionSource;
import com.pulumi.oci.Core.CoreFunctions;
import com.pulumi.oci.Core.inputs.GetServicesArgs;
import com.pulumi.oci.Core.outputs.GetServicesService;
import com.pulumi.oci.Identity.IdentityFunctions;
import com.pulumi.oci.Identity.inputs.GetAvailabilityDomainsArgs;
import com.pulumi.oci.Identity.outputs.GetAvailabilityDomainsAvailabilityDomain;
import java.util.List;
import java.util.Optional;

/** What a region answers that has no resource of its own. */
final class Region {
  private Region() {}

  /** The row of all of Oracle's services in the region, as service gateways and routes name it. */
  static Output<GetServicesService> services(InvokeOptions lookup) {
    return CoreFunctions.getServices(GetServicesArgs.Empty, lookup)
        .applyValue(result ->
            result.services().stream()
                .filter(s -> s.cidrBlock().startsWith("all-"))
                .findFirst()
                .orElseThrow(
                    () -> new IllegalStateException("The region lists no 'all services' row.")));
  }

  /**
   * Names of the availability domains: they differ from tenancy to tenancy, their order does not.
   */
  static Output<List<String>> availabilityDomains(String compartment, InvokeOptions lookup) {
    return IdentityFunctions.getAvailabilityDomains(
            GetAvailabilityDomainsArgs.builder().compartmentId(compartment).build(), lookup)
        .applyValue(result ->
            result.availabilityDomains().stream()
                .map(GetAvailabilityDomainsAvailabilityDomain::name)
                .sorted()
                .toList());
  }

  // How many domains a region has is known once it has answered: too late for a finding.
  static String availabilityDomain(List<String> domains, int number) {
    return Optional.of(number)
        .filter(n -> n >= 1 && n <= domains.size())
        .map(n -> domains.get(n - 1))
        .orElseThrow(() ->
            new IllegalStateException(
                "Availability domain "
                    + number
                    + " is asked for, and the region has "
                    + domains.size()
                    + "."));
  }

  /** The images that OKE offers for nodes. */
  static Output<List<GetNodePoolOptionSource>> images(String compartment, InvokeOptions lookup) {
    return ContainerEngineFunctions.getNodePoolOption(
            GetNodePoolOptionArgs.builder()
                .nodePoolOptionId("all")
                .compartmentId(compartment)
                .build(),
            lookup)
        .applyValue(GetNodePoolOptionResult::sources);
  }
}
