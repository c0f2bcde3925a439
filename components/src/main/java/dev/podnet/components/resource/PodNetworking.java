package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.data.Manifests;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.RuntimePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What podnet runs inside the cluster: the guard of the CNI pods, then the packaged runtime. */
public final class PodNetworking extends ComponentResource {
  private final String name;
  private final KubernetesProvider kubernetes;

  /**
   * Declares the objects.
   *
   * @param plan the packaged runtime
   */
  public PodNetworking(
      String name, RuntimePlan plan, Output<String> kubeconfig, ComponentResourceOptions options) {
    super("podnet:index:PodNetworking", name, options);
    this.name = name;
    this.kubernetes =
        new KubernetesProvider(
            Names.child(name, "kubernetes"),
            kubeconfig,
            CustomResourceOptions.builder()
                .parent(this)
                .version(KubernetesProvider.VERSION)
                .build());
    // Guard and rights are there before the first pod; among themselves they have no order.
    List<Resource> before = new ArrayList<>(objects(guard(plan), List.of()));
    Manifests.CniRuntime runtime = Manifests.runtime(plan.image());
    before.addAll(objects(runtime.rights(), List.of()));
    objects(runtime.workloads(), before);
    registerOutputs(Map.of());
  }

  private static List<Map<String, Object>> guard(RuntimePlan plan) {
    return plan.besideOraclesGuard()
        ? Manifests.deletionGuardBesideOracles()
        : Manifests.deletionGuard();
  }

  private List<Resource> objects(List<Map<String, Object>> manifests, List<Resource> after) {
    return manifests.stream().map(manifest -> object(manifest, after)).toList();
  }

  private Resource object(Map<String, Object> manifest, List<Resource> after) {
    return new KubernetesObject(
        Names.child(name, Manifests.describe(manifest)),
        manifest,
        CustomResourceOptions.builder()
            .parent(this)
            .provider(kubernetes)
            .version(KubernetesProvider.VERSION)
            .dependsOn(after)
            .build());
  }
}
