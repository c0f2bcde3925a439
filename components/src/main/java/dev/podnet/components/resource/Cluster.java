package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.Addon;
import com.pulumi.oci.ContainerEngine.AddonArgs;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.AddonConfigurationArgs;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterKubeConfigArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetClusterKubeConfigResult;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.AddonPlan;
import dev.podnet.components.plan.ClusterPlan;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OKE cluster with VCN-native pod networking, and the settings of Oracle's CNI add-on. */
public final class Cluster extends ComponentResource {
  static final String CNI_TYPE = "OCI_VCN_IP_NATIVE";

  private static final Pattern AUTHORITY =
      Pattern.compile("certificate-authority-data: *\"?([A-Za-z0-9+/=]+)");

  private final com.pulumi.oci.ContainerEngine.Cluster cluster;
  private final Output<String> kubeconfig;
  private final Output<String> authority;

  public Cluster(
      String name,
      String compartment,
      ClusterPlan plan,
      Network network,
      SecurityRules rules,
      Map<String, String> tags,
      ComponentResourceOptions options) {
    super("podnet:index:Cluster", name, options);
    this.cluster =
        new com.pulumi.oci.ContainerEngine.Cluster(
            name,
            ClusterArguments.of(name, compartment, plan, network, rules, tags),
            Children.of(this));
    plan.addons().forEach(addon -> addon(name, addon));
    Output<String> content = kubeconfig(plan);
    this.kubeconfig = content.asSecret();
    // A certificate is no secret, and what is made of it is easier to read as none.
    this.authority = content.applyValue(Cluster::authority);
    registerOutputs(Map.of("clusterId", cluster.id()));
  }

  public Output<String> clusterId() {
    return cluster.id();
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return kubeconfig;
  }

  /** The private address of the Kubernetes API, for nodes. */
  Output<String> privateAddress() {
    return cluster
        .endpoints()
        .applyValue(all -> all.get(0).privateEndpoint().orElse("").replaceFirst(":\\d+$", ""));
  }

  /** The certificate of the cluster's authority, PEM in Base64. */
  Output<String> authority() {
    return authority;
  }

  private static String authority(String kubeconfig) {
    Matcher found = AUTHORITY.matcher(kubeconfig);
    return found.find() ? found.group(1) : "";
  }

  private void addon(String name, AddonPlan plan) {
    AddonArgs.Builder args = AddonArgs.builder();
    args.clusterId(cluster.id())
        .addonName(plan.name())
        .configurations(plan.configuration().stream().map(Cluster::setting).toList())
        // Some are there from the start, with OKE's own settings.
        .overrideExisting(true)
        .removeAddonResourcesOnDelete(!plan.stays());
    plan.version().ifPresent(args::version);
    new Addon(Names.child(name, plan.key()), args.build(), Children.of(this));
  }

  private static AddonConfigurationArgs setting(Map.Entry<String, String> setting) {
    return AddonConfigurationArgs.builder().key(setting.getKey()).value(setting.getValue()).build();
  }

  private Output<String> kubeconfig(ClusterPlan plan) {
    return ContainerEngineFunctions.getClusterKubeConfig(
            GetClusterKubeConfigArgs.builder()
                .clusterId(cluster.id())
                .endpoint(plan.publicEndpoint() ? "PUBLIC_ENDPOINT" : "PRIVATE_ENDPOINT")
                .tokenVersion("2.0.0")
                .build())
        .applyValue(GetClusterKubeConfigResult::content);
  }
}
