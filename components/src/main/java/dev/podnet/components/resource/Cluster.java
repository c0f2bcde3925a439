package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.Addon;
import com.pulumi.oci.ContainerEngine.AddonArgs;
import com.pulumi.oci.ContainerEngine.inputs.AddonConfigurationArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetClusterResult;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.AddonPlan;
import dev.podnet.components.plan.ClusterPlan;
import dev.podnet.components.plan.Origin;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OKE cluster with VCN-native pod networking, and the settings of Oracle's CNI add-on. */
public final class Cluster extends ComponentResource {
  static final String CNI_TYPE = "OCI_VCN_IP_NATIVE";

  private static final Pattern AUTHORITY =
      Pattern.compile("certificate-authority-data: *\"?([A-Za-z0-9+/=]+)");

  private final Output<String> clusterId;
  private final Output<String> privateAddress;
  private final Output<String> kubeconfig;
  private final Output<String> authority;

  public Cluster(
      String name,
      String compartment,
      ClusterPlan plan,
      NetworkIds network,
      Map<String, String> tags,
      Notes notes,
      ComponentResourceOptions options) {
    super("podnet:index:Cluster", name, options);
    if (plan.origin() instanceof Origin.Adopted adopted) {
      Output<GetClusterResult> live =
          LiveClusters.adopted(adopted.id(), plan, notes, Children.lookup(this));
      this.clusterId = live.applyValue(seen -> adopted.id());
      this.privateAddress =
          live.applyValue(seen -> host(seen.endpoints().get(0).privateEndpoint()));
    } else {
      var cluster =
          new com.pulumi.oci.ContainerEngine.Cluster(
              name, ClusterArguments.of(name, compartment, plan, network, tags), Children.of(this));
      this.clusterId = LiveClusters.upgradable(cluster, plan, notes, Children.lookup(this));
      this.privateAddress =
          cluster.endpoints().applyValue(all -> host(all.get(0).privateEndpoint().orElse("")));
    }
    Output<List<AddonPlan>> addons = AddonOffers.checked(plan, notes, Children.lookup(this));
    plan.addons().forEach(addon -> addon(name, addon, addons));
    Output<String> content = Kubeconfig.of(clusterId, plan, Children.lookup(this));
    this.kubeconfig = content.asSecret();
    // A certificate is no secret, and what is made of it is easier to read as none.
    this.authority = content.applyValue(Cluster::authority);
    registerOutputs(Map.of("clusterId", clusterId));
  }

  public Output<String> clusterId() {
    return clusterId;
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return kubeconfig;
  }

  /** What its pools need to know of it. */
  public ClusterIds ids() {
    return new ClusterIds(clusterId, privateAddress, authority);
  }

  private static String host(String endpoint) {
    return endpoint.replaceFirst(":\\d+$", "");
  }

  private static String authority(String kubeconfig) {
    Matcher found = AUTHORITY.matcher(kubeconfig);
    return found.find() ? found.group(1) : "";
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
