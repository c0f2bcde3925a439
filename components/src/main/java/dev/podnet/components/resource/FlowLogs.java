package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Logging.Log;
import com.pulumi.oci.Logging.LogArgs;
import com.pulumi.oci.Logging.LogGroup;
import com.pulumi.oci.Logging.LogGroupArgs;
import com.pulumi.oci.Logging.inputs.LogConfigurationArgs;
import com.pulumi.oci.Logging.inputs.LogConfigurationSourceArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import java.util.List;
import java.util.Map;

/** A log of all traffic of each subnet that wants one, in one group. */
final class FlowLogs {
  private FlowLogs() {}

  static void of(
      String name,
      NetworkPlan plan,
      Map<String, Output<String>> subnetIds,
      Map<String, String> tags,
      CustomResourceOptions options) {
    List<Subnet> logged = plan.subnets().stream().filter(Subnet::flowLogs).toList();
    if (logged.isEmpty()) {
      return;
    }
    String child = Names.child(name, "flow logs");
    LogGroup group =
        new LogGroup(
            child,
            LogGroupArgs.builder()
                .compartmentId(plan.compartment())
                .displayName(child)
                .freeformTags(tags)
                .build(),
            options);
    subnetIds.forEach((subnet, id) -> {
      if (logged.stream().anyMatch(s -> s.name().equals(subnet))) {
        log(Names.child(name, subnet + " flow log"), group, id, tags, options);
      }
    });
  }

  private static void log(
      String child,
      LogGroup group,
      Output<String> subnetId,
      Map<String, String> tags,
      CustomResourceOptions options) {
    new Log(
        child,
        LogArgs.builder()
            .logGroupId(group.id())
            .displayName(child)
            .logType("SERVICE")
            .isEnabled(true)
            .configuration(
                LogConfigurationArgs.builder()
                    .source(
                        LogConfigurationSourceArgs.builder()
                            .sourceType("OCISERVICE")
                            .service("flowlogs")
                            .category("all")
                            .resource(subnetId)
                            .build())
                    .build())
            .freeformTags(tags)
            .build(),
        options);
  }
}
