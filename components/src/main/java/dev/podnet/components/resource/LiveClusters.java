package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.Cluster;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterArgs;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterPlainArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetClusterResult;
import dev.podnet.components.check.LaterChecks;
import dev.podnet.components.plan.ClusterPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Clusters as they stand, looked at before anything is done to them. */
final class LiveClusters {
  private LiveClusters() {}

  /** A cluster of another's, once it is seen to be one that pools can be added to. */
  static Output<GetClusterResult> adopted(
      String id, ClusterPlan plan, Notes notes, InvokeOptions lookup) {
    return ContainerEngineFunctions.getCluster(
            GetClusterArgs.builder().clusterId(id).build(), lookup)
        .applyValue(cluster -> {
          Refused.unlessEmpty(LaterChecks.adopted(live(cluster)), notes);
          Refused.unlessEmpty(LaterChecks.atVersion(plan, live(cluster)), notes);
          return cluster;
        });
  }

  /** OCID of the stack's own cluster; a preview says whether OKE will upgrade it as asked. */
  static Output<String> upgradable(
      Cluster cluster, ClusterPlan plan, Notes notes, InvokeOptions lookup) {
    return Deployment.getInstance().isDryRun()
        ? cluster
            .id()
            .apply(id ->
                Output.of(read(id, lookup))
                    .applyValue(live -> {
                      live.ifPresent(l -> Refused.unlessEmpty(LaterChecks.upgrade(plan, l), notes));
                      return id;
                    }))
        : cluster.id();
  }

  /** Nothing when it cannot be read: a cluster that is gone is made anew. */
  private static CompletableFuture<Optional<LaterChecks.LiveCluster>> read(
      String id, InvokeOptions lookup) {
    return ContainerEngineFunctions.getClusterPlain(
            GetClusterPlainArgs.builder().clusterId(id).build(), lookup)
        .handle((GetClusterResult cluster, Throwable failure) ->
            failure == null && !cluster.state().equals("DELETED")
                ? Optional.of(live(cluster))
                : Optional.empty());
  }

  private static LaterChecks.LiveCluster live(GetClusterResult cluster) {
    return new LaterChecks.LiveCluster(
        cluster.clusterPodNetworkOptions().stream().findFirst().map(o -> o.cniType()).orElse(""),
        cluster.kubernetesVersion(),
        List.copyOf(cluster.availableKubernetesUpgrades()));
  }
}
