package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.NodePool;
import com.pulumi.oci.ContainerEngine.inputs.GetNodePoolPlainArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolResult;
import com.pulumi.oci.ContainerEngine.outputs.GetNodePoolSecondaryVnic;
import com.pulumi.oci.ContainerEngine.outputs.NodePoolSecondaryVnic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Says in preview what no diff shows: OKE gives changed profiles to new nodes only. A program does
 * not see its own diff, so the pool as it stands is read and compared with what it will be.
 */
final class ProfileChange {
  private ProfileChange() {}

  /** What of a profile reaches a node: changed, it makes old and new nodes differ. */
  private record Vnic(String name, String subnet, int ipCount, List<String> resources) {
    static Vnic planned(NodePoolSecondaryVnic vnic) {
      var details = vnic.createVnicDetails();
      return new Vnic(
          details.displayName().orElse(""),
          details.subnetId(),
          details.ipCount().orElse(0),
          details.applicationResources());
    }

    static Vnic existing(GetNodePoolSecondaryVnic vnic) {
      var details = vnic.createVnicDetails().get(0);
      return new Vnic(
          details.displayName(),
          details.subnetId(),
          details.ipCount(),
          details.applicationResources());
    }
  }

  /** The pool's OCID, once what there is to tell has been told. */
  static Output<String> tell(String name, NodePool pool, Notes notes, InvokeOptions lookup) {
    return Deployment.getInstance().isDryRun()
        ? pool.id().apply(id -> compare(name, id, pool, notes, lookup))
        : pool.id();
  }

  private static Output<String> compare(
      String name, String id, NodePool pool, Notes notes, InvokeOptions lookup) {
    return Output.of(read(id, lookup))
        .apply(existing ->
            pool.secondaryVnics()
                .applyValue(planned -> {
                  List<NodePoolSecondaryVnic> vnics = planned.orElse(List.of());
                  if (differ(existing, vnics.stream().map(Vnic::planned).toList())) {
                    notes.warn(sentence(name));
                  }
                  return id;
                }));
  }

  private static boolean differ(Optional<List<Vnic>> existing, List<Vnic> planned) {
    return existing.filter(e -> !e.isEmpty() && !e.equals(planned)).isPresent();
  }

  private static String sentence(String name) {
    return "Node pool "
        + name
        + ": its VNIC profiles change. Existing nodes keep their VNICs until they are cycled or"
        + " replaced; new nodes get the new profiles.";
  }

  /**
   * The profiles as they stand; nothing when the pool cannot be read: preview is no check of it.
   */
  private static CompletableFuture<Optional<List<Vnic>>> read(String id, InvokeOptions lookup) {
    return ContainerEngineFunctions.getNodePoolPlain(
            GetNodePoolPlainArgs.builder().nodePoolId(id).build(), lookup)
        .handle((GetNodePoolResult pool, Throwable failure) ->
            failure == null
                ? Optional.of(pool.secondaryVnics().stream().map(Vnic::existing).toList())
                : Optional.empty());
  }
}
