package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.Origin;
import dev.podnet.components.plan.Plan;
import java.util.Map;

/** What runs inside a cluster that another stack made. */
public final class KubernetesPart extends ComponentResource {
  private final Output<String> clusterId;
  private final Output<String> kubeconfig;

  public KubernetesPart(String name, Plan plan, Notes notes, ComponentResourceOptions options) {
    super("podnet:index:KubernetesPart", name, options);
    this.clusterId =
        plan.cluster().origin() instanceof Origin.Adopted adopted
            ? LiveClusters.adopted(adopted.id(), plan.cluster(), notes, Children.lookup(this))
                .applyValue(seen -> adopted.id())
            : Output.of("");
    this.kubeconfig = Kubeconfig.of(clusterId, plan.cluster(), Children.lookup(this)).asSecret();
    plan.runtime()
        .ifPresent(runtime ->
            new PodNetworking(
                Names.child(name, "pod networking"),
                runtime,
                kubeconfig,
                Children.component(this)));
    registerOutputs(Map.of("clusterId", clusterId));
  }

  public Output<String> clusterId() {
    return clusterId;
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return kubeconfig;
  }
}
