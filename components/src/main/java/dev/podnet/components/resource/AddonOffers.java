package dev.podnet.components.resource;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetAddonOptionsArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetAddonOptionsAddonOption;
import com.pulumi.oci.ContainerEngine.outputs.GetAddonOptionsAddonOptionVersion;
import com.pulumi.oci.ContainerEngine.outputs.GetAddonOptionsAddonOptionVersionConfiguration;
import dev.podnet.components.check.LaterChecks;
import dev.podnet.components.check.LaterChecks.Offer;
import dev.podnet.components.plan.AddonPlan;
import dev.podnet.components.plan.ClusterPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan's add-ons, held against those that OKE offers for its Kubernetes version, with their
 * versions as OKE writes them.
 */
final class AddonOffers {
  private AddonOffers() {}

  static Output<List<AddonPlan>> checked(ClusterPlan plan, Notes notes, InvokeOptions lookup) {
    if (plan.addons().isEmpty()) {
      return Output.of(List.of());
    }
    return ContainerEngineFunctions.getAddonOptions(
            GetAddonOptionsArgs.builder().kubernetesVersion(plan.kubernetesVersion()).build(),
            lookup)
        .applyValue(options -> {
          Map<String, Offer> offers =
              options.addonOptions().stream()
                  .collect(
                      toMap(GetAddonOptionsAddonOption::name, AddonOffers::offer, (a, b) -> a));
          Refused.unlessEmpty(LaterChecks.addons(plan.addons(), offers), notes);
          return plan.addons().stream().map(a -> spelled(a, offers)).toList();
        });
  }

  private static AddonPlan spelled(AddonPlan addon, Map<String, Offer> offers) {
    Optional<Offer> offer = Optional.ofNullable(offers.get(addon.name()));
    return addon.atVersion(addon.version().flatMap(v -> offer.flatMap(o -> o.spelled(v))));
  }

  private static Offer offer(GetAddonOptionsAddonOption option) {
    return new Offer(
        option.versions().stream()
            .collect(
                toMap(
                    GetAddonOptionsAddonOptionVersion::versionNumber,
                    v ->
                        v.configurations().stream()
                            .map(GetAddonOptionsAddonOptionVersionConfiguration::key)
                            .collect(toSet()),
                    (a, b) -> a)));
  }
}
