package dev.podnet.sim.oke;

import dev.podnet.sim.iam.Access;
import dev.podnet.sim.iam.Need;
import dev.podnet.sim.iam.Verb;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.ShapeLimits;
import dev.podnet.sim.network.Vnics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instances that join a cluster by themselves: their start-up data names its API, their metadata
 * says how their pods are networked. One that may not join, or for which there are not enough
 * addresses, runs on without being a node, as in OCI.
 */
public final class SelfManagedNodes {
  private static final Need JOIN = new Need(Verb.MANAGE, "clusters", Set.of("CLUSTER_JOIN"));

  private SelfManagedNodes() {}

  /** The instance, as a node where it became one. It has its primary VNIC already. */
  public static Resource join(Draft draft, Resource instance) {
    var start = StartUp.of(instance);
    return start
        .endpoint()
        .flatMap(address -> cluster(draft, instance, address))
        .filter(cluster -> mayJoin(draft, instance, cluster))
        .flatMap(cluster -> join(draft, instance, cluster, start))
        .orElse(instance);
  }

  private static Optional<Resource> join(
      Draft draft, Resource instance, Resource cluster, StartUp start) {
    var pool = asPool(draft, instance, cluster, start);
    boolean networked =
        instance.body().doc("metadata").textOr("oke-native-pod-networking", "").equals("true");
    if (networked && PoolAccess.refuse(draft, pool).isPresent()) {
      return Optional.empty();
    }
    var primary = Vnics.of(draft, instance).getFirst();
    var vnics = new ArrayList<NodeVnic>();
    vnics.add(NodeVnic.of(draft, primary, subnet(draft, primary), Doc.EMPTY, List.of(), 32));
    if (networked && !attach(draft, instance, pool, vnics)) {
      return Optional.empty();
    }
    var node =
        Membership.of(instance, cluster, primary.need("privateIp"))
            .withInner("kubernetesVersion", pool.text("kubernetesVersion"));
    var objects = new NodeObjects(pool, cluster, node, vnics, NodeNetwork.Status.SUCCESS);
    draft.effect(Effect.Action.APPLY, cluster.id(), objects.node().asMap());
    if (vnics.size() > 1) {
      draft.effect(Effect.Action.APPLY, cluster.id(), objects.nativePodNetwork().asMap());
    }
    return Optional.of(node);
  }

  /** The cluster whose API has this private address in the instance's VCN. */
  private static Optional<Resource> cluster(Draft draft, Resource instance, String address) {
    String vcn = subnet(draft, Vnics.of(draft, instance).getFirst()).need("vcnId");
    return draft.all("cluster").stream()
        .filter(each -> List.of("ACTIVE", "UPDATING").contains(each.state()))
        .filter(each -> address.equals(each.inner().text("address")))
        .filter(each -> vcn.equals(each.text("vcnId")))
        .filter(ClusterRules::isEnhanced)
        .findFirst();
  }

  private static boolean mayJoin(Draft draft, Resource instance, Resource cluster) {
    return new Access(draft, draft.catalog(), instance, Map.of("target.cluster.id", cluster.id()))
        .allows(JOIN, cluster.need("compartmentId"));
  }

  /** What a node pool would say of such a node. */
  private static Resource asPool(Draft draft, Resource instance, Resource cluster, StartUp start) {
    var metadata = instance.body().doc("metadata");
    var options =
        Doc.of(
            "podSubnetIds", texts(metadata.textOr("pod-subnets", "")),
            "podNsgIds", texts(metadata.textOr("pod-nsgids", "")),
            "maxPodsPerNode", maxPods(metadata));
    return new Resource(
        "instance",
        instance.id(),
        0,
        0,
        Doc.of(
            "clusterId", cluster.id(),
            "compartmentId", instance.text("compartmentId"),
            "kubernetesVersion", version(draft, instance, cluster),
            "nodeConfigDetails", Doc.of("nodePoolPodNetworkOptionDetails", options),
            "initialNodeLabels", start.labels()),
        Doc.EMPTY);
  }

  private static long maxPods(Doc metadata) {
    String text = metadata.textOr("oke-max-pods", "");
    return text.matches("\\d{1,3}") ? Long.parseLong(text) : Profiles.PODS_PER_LEGACY_VNIC;
  }

  /** Attaches the VNICs of the pods, or as soon as one cannot be says no. */
  private static boolean attach(
      Draft draft, Resource instance, Resource pool, List<NodeVnic> vnics) {
    var options = Profiles.podOptions(pool.body());
    var counts = Profiles.legacyVnics(pool.body());
    int most =
        ShapeLimits.vnics(
            ShapeLimits.find(draft.catalog(), instance.need("shape")).orElseThrow(),
            instance.body().doc("shapeConfig"));
    var subnet =
        options.texts("podSubnetIds").stream().findFirst().flatMap(draft::get).orElse(null);
    if (subnet == null || counts.size() + 1 > most) {
      return false;
    }
    var details = Doc.of("nsgIds", options.texts("podNsgIds"));
    for (int pods : counts) {
      var free = Addresses.of(draft, subnet);
      var host = free.takeHost();
      var addresses = new ArrayList<Long>();
      for (int i = 0; i < pods; i++) {
        free.takeHost().ifPresent(addresses::add);
      }
      if (host.isEmpty() || addresses.size() < pods) {
        return false;
      }
      var vnic =
          Vnics.attach(
              draft, new Vnics.Spec(instance, subnet, host.get(), false, details, null, null));
      addresses.forEach(each -> Vnics.privateIp(draft, vnic, each, 32, false));
      vnics.add(NodeVnic.of(draft, vnic, subnet, details, addresses, 32));
    }
    return true;
  }

  private static String version(Draft draft, Resource instance, Resource cluster) {
    String image =
        draft.get(instance.need("imageId")).map(each -> each.need("displayName")).orElse("");
    return Versions.offered(draft.catalog()).stream()
        .filter(version -> image.contains("-OKE-" + version.substring(1) + "-"))
        .findFirst()
        .orElse(cluster.need("kubernetesVersion"));
  }

  private static Resource subnet(Draft draft, Resource vnic) {
    return draft.get(vnic.need("subnetId")).orElseThrow();
  }

  private static List<String> texts(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }
}
