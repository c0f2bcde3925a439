package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.Addon;
import com.pulumi.oci.ContainerEngine.AddonArgs;
import com.pulumi.oci.ContainerEngine.inputs.AddonConfigurationArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.AddonPlan;
import dev.podnet.components.plan.ClusterPlan;
import dev.podnet.components.plan.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OKE cluster with VCN-native pod networking, and the settings of Oracle's CNI add-on. */
public final class Cluster extends ComponentResource {
  static final String CNI_TYPE = "OCI_VCN_IP_NATIVE";

  private final Output<String> clusterId;
  private final Output<String> kubeconfig;

  public Cluster(
      String name,
      String compartment,
      ClusterPlan plan,
      Network network,
      SecurityRules rules,
      Map<String, String> tags,
      Notes notes,
      ComponentResourceOptions options) {
    super("podnet:index:Cluster", name, options);
    this.clusterId =
        plan.origin() instanceof Origin.Adopted adopted
            ? LiveClusters.adopted(adopted.id(), plan, notes)
            : LiveClusters.upgradable(
                new com.pulumi.oci.ContainerEngine.Cluster(
                    name,
                    ClusterArguments.of(name, compartment, plan, network, rules, tags),
                    Children.of(this)),
                plan,
                notes);
    Output<List<AddonPlan>> addons = AddonOffers.checked(plan, notes);
    plan.addons().forEach(addon -> addon(name, addon, addons));
    this.kubeconfig = Kubeconfig.of(clusterId, plan);
    registerOutputs(Map.of("clusterId", clusterId));
  }

  public Output<String> clusterId() {
    return clusterId;
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return kubeconfig;
  }

  private void addon(String name, AddonPlan plan, Output<List<AddonPlan>> checked) {
    AddonArgs.Builder args = AddonArgs.builder();
    args.clusterId(clusterId)
        .addonName(plan.name())
        .configurations(plan.configuration().stream().map(Cluster::setting).toList())
        // Some are there from the start, with OKE's own settings.
        .overrideExisting(true)
        .removeAddonResourcesOnDelete(!plan.stays())
        .version(checked.applyValue(all -> version(plan, all)));
    new Addon(Names.child(name, plan.key()), args.build(), Children.of(this));
  }

  private static @Nullable String version(AddonPlan plan, List<AddonPlan> checked) {
    return checked.stream()
        .filter(a -> a.key().equals(plan.key()))
        .findFirst()
        .flatMap(AddonPlan::version)
        .orElse(null);
  }

  private static AddonConfigurationArgs setting(Map.Entry<String, String> setting) {
    return AddonConfigurationArgs.builder().key(setting.getKey()).value(setting.getValue()).build();
  }
}
