package dev.podnet.sim.oke;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Listing;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Virtual nodes: no instances, but nodes in Kubernetes with an address each. */
public final class VirtualNodes {
  /** The most pods on a virtual node. */
  private static final String MOST_PODS = "500";

  private VirtualNodes() {}

  public static List<Route> routes() {
    return List.of(Route.of("GET", "/20180222/podShapes", VirtualNodes::podShapes));
  }

  /** One more node; none where its subnet is full. */
  static Optional<Resource> add(Draft draft, Resource pool, int i) {
    var placements = pool.body().docs("placementConfigurations");
    var placement = placements.get(i % placements.size());
    var faults = placement.texts("faultDomain");
    var subnet = draft.get(placement.need("subnetId")).orElseThrow();
    return Addresses.of(draft, subnet)
        .takeHost()
        .map(Cidr::text)
        .map(address -> {
          var ip = draft.put(draft.fresh("privateIp", ip(draft, pool, subnet, address)));
          var body =
              Doc.of(
                  "virtualNodePoolId", pool.id(),
                  "displayName", pool.need("displayName") + "-" + i,
                  "kubernetesVersion", pool.text("kubernetesVersion"),
                  "availabilityDomain", placement.text("availabilityDomain"),
                  "faultDomain", faults.get(i / placements.size() % faults.size()),
                  "subnetId", subnet.id(),
                  "nsgIds", pool.body().texts("nsgIds"),
                  "privateIp", address,
                  "timeCreated", draft.timestamp());
          var tags = pool.body().doc("virtualNodeTags");
          var node =
              draft.fresh("virtualNode", body.withAll(tags)).withInner("privateIpId", ip.id());
          draft.effect(Effect.Action.APPLY, pool.need("clusterId"), object(pool, node).asMap());
          return Lifecycle.start(draft, node, Event.CREATE);
        });
  }

  static void remove(Draft draft, Resource pool, Resource node) {
    draft.remove(node.inner().need("privateIpId"));
    Lifecycle.start(draft, node, Event.DELETE);
    draft.effect(
        Effect.Action.REMOVE,
        pool.need("clusterId"),
        NodeObjects.key("v1", "Node", node.need("privateIp")));
  }

  private static Doc ip(Draft draft, Resource pool, Resource subnet, String address) {
    return Doc.of(
        "compartmentId",
        pool.text("compartmentId"),
        "displayName",
        "virtual node of " + pool.need("displayName"),
        "ipAddress",
        address,
        "isPrimary",
        true,
        "subnetId",
        subnet.id(),
        "ipState",
        "ASSIGNED",
        "lifetime",
        "EPHEMERAL",
        "timeCreated",
        draft.timestamp());
  }

  private static Doc object(Resource pool, Resource node) {
    String name = node.need("privateIp");
    String domain = node.need("availabilityDomain");
    var labels = new LinkedHashMap<String, Object>();
    labels.put("kubernetes.io/hostname", name);
    labels.put("kubernetes.io/os", "linux");
    labels.put("node-role.kubernetes.io/virtual-node", "");
    labels.put("topology.kubernetes.io/zone", domain.substring(domain.indexOf(':') + 1));
    labels.put("oci.oraclecloud.com/fault-domain", node.need("faultDomain"));
    pool.body()
        .docs("initialVirtualNodeLabels")
        .forEach(each -> labels.put(each.textOr("key", ""), each.textOr("value", "")));
    return Doc.of(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata",
            Doc.of(
                "name", name,
                "labels", Doc.of(labels),
                "annotations", Doc.of("oci.oraclecloud.com/virtual-node-pool-id", pool.id())),
        "spec", Doc.of("providerID", node.id(), "taints", pool.body().docs("taints")),
        "status",
            Doc.of(
                "capacity", Doc.of("pods", MOST_PODS),
                "allocatable", Doc.of("pods", MOST_PODS),
                "addresses", List.of(Doc.of("type", "InternalIP", "address", name)),
                "conditions",
                    List.of(Doc.of("type", "Ready", "status", "True", "reason", "KubeletReady")),
                "nodeInfo",
                    Doc.of(
                        "kubeletVersion",
                        node.text("kubernetesVersion"),
                        "operatingSystem",
                        "linux")));
  }

  private static Response podShapes(Call call) {
    if (call.request().query("compartmentId") == null) {
      return Response.of(Refusal.missing("The query parameter 'compartmentId' is required."));
    }
    var facts = call.draft().catalog().facts();
    String domain = facts.texts("availabilityDomains").getFirst();
    return Listing.page(
        call.request(),
        facts.docs("podShapes").stream().map(each -> podShape(each, domain)).toList());
  }

  private static Doc podShape(Doc row, String domain) {
    return Doc.of(
        "name", row.need("name"),
        "availabilityDomain", domain,
        "processorDescription", row.text("processor"),
        "ocpuOptions", List.of(Doc.of("min", 1.0, "max", row.decimalOr("ocpusMax", 1))),
        "memoryOptions",
            List.of(Doc.of("minInGBs", 1.0, "maxInGBs", row.decimalOr("memoryMax", 1))));
  }
}
