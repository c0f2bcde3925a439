package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.InstanceConfigurationArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsCreateVnicDetailsArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsInstanceOptionsArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsLaunchOptionsArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsShapeConfigArgs;
import com.pulumi.oci.Core.inputs.InstanceConfigurationInstanceDetailsLaunchDetailsSourceDetailsArgs;
import dev.podnet.components.config.PoolConfig.NetworkLaunchType;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.CloudInit;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.SelfManaged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every instance of a self-managed pool is launched with, in the words of OCI's API. */
final class InstanceConfigurationArguments {
  private InstanceConfigurationArguments() {}

  static InstanceConfigurationArgs of(String name, PoolPlan plan, PoolSurroundings around) {
    return InstanceConfigurationArgs.builder()
        .compartmentId(plan.compartment())
        .displayName(name)
        .instanceDetails(
            InstanceConfigurationInstanceDetailsArgs.builder()
                .instanceType("compute")
                .launchDetails(launch(plan, around))
                .build())
        .freeformTags(plan.tags())
        .build();
  }

  private static InstanceConfigurationInstanceDetailsLaunchDetailsArgs launch(
      PoolPlan plan, PoolSurroundings around) {
    var args = InstanceConfigurationInstanceDetailsLaunchDetailsArgs.builder();
    args.compartmentId(plan.compartment())
        .shape(plan.shape())
        .sourceDetails(source(plan, around))
        .createVnicDetails(vnic(plan, around))
        .instanceOptions(
            InstanceConfigurationInstanceDetailsLaunchDetailsInstanceOptionsArgs.builder()
                .areLegacyImdsEndpointsDisabled(!plan.node().legacyMetadataService())
                .build())
        .metadata(metadata(plan, around))
        .freeformTags(plan.tags());
    plan.ocpus()
        .ifPresent(ocpus -> {
          var shape = InstanceConfigurationInstanceDetailsLaunchDetailsShapeConfigArgs.builder();
          shape.ocpus((double) ocpus);
          plan.memoryGb().ifPresent(gb -> shape.memoryInGbs((double) gb));
          args.shapeConfig(shape.build());
        });
    if (plan.networkLaunchType() != NetworkLaunchType.PARAVIRTUALIZED) {
      args.launchOptions(
          InstanceConfigurationInstanceDetailsLaunchDetailsLaunchOptionsArgs.builder()
              .networkType(plan.networkLaunchType().name())
              .build());
    }
    return args.build();
  }

  private static InstanceConfigurationInstanceDetailsLaunchDetailsSourceDetailsArgs source(
      PoolPlan plan, PoolSurroundings around) {
    var source = InstanceConfigurationInstanceDetailsLaunchDetailsSourceDetailsArgs.builder();
    source.sourceType("image").imageId(around.image(plan.image()));
    plan.node().bootVolumeGb().ifPresent(gb -> source.bootVolumeSizeInGbs(String.valueOf(gb)));
    return source.build();
  }

  private static InstanceConfigurationInstanceDetailsLaunchDetailsCreateVnicDetailsArgs vnic(
      PoolPlan plan, PoolSurroundings around) {
    var vnic = InstanceConfigurationInstanceDetailsLaunchDetailsCreateVnicDetailsArgs.builder();
    vnic.nsgIds(around.groups(Role.WORKERS, plan.node().nsgs()));
    if (!plan.node().securityAttributes().isEmpty()) {
      vnic.securityAttributes(plan.node().securityAttributes());
    }
    return vnic.build();
  }

  private static Output<Map<String, String>> metadata(PoolPlan plan, PoolSurroundings around) {
    Map<String, String> known = new TreeMap<>(plan.node().metadata());
    plan.node().sshKey().ifPresent(key -> known.put("ssh_authorized_keys", key));
    String data = plan.node().cloudInit().orElse("");
    Output<Map<String, String>> started =
        Output.tuple(around.cluster().privateAddress(), around.cluster().authority())
            .applyValue(t ->
                with(
                    known,
                    "user_data",
                    NodePoolArguments.base64(
                        data.replace(CloudInit.ENDPOINT, t.t1)
                            .replace(CloudInit.AUTHORITY, t.t2))));
    return plan.pods() instanceof Pods.Standard pods
        ? Output.tuple(
                started,
                around.network().subnet(pods.subnet()),
                around.groups(Role.PODS, pods.nsgs()))
            .applyValue(t -> withPods(t.t1, t.t2, t.t3))
        : started;
  }

  private static Map<String, String> withPods(
      Map<String, String> metadata, String subnet, List<String> groups) {
    return with(
        with(metadata, SelfManaged.POD_SUBNETS, subnet),
        SelfManaged.POD_GROUPS,
        String.join(",", groups));
  }

  private static Map<String, String> with(Map<String, String> metadata, String key, String value) {
    Map<String, String> more = new TreeMap<>(metadata);
    more.put(key, value);
    return more;
  }
}
