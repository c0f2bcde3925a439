package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Kubernetes objects of a node as the OKE control plane writes them. */
final class NodeObjects {
  static final String NPN_VERSION = "oci.oraclecloud.com/v1beta1";
  static final String NPN = "NativePodNetwork";
  private static final List<String> DUAL_STACK = List.of("IPv4", "IPv6");

  private final Resource pool;
  private final Resource cluster;
  private final Resource instance;
  private final List<NodeVnic> vnics;
  private final NodeNetwork.Status network;

  /**
   * The objects of an instance.
   *
   * @param pool its node pool, or for a self-managed node what a pool would say of it
   */
  NodeObjects(
      Resource pool,
      Resource cluster,
      Resource instance,
      List<NodeVnic> vnics,
      NodeNetwork.Status network) {
    this.network = network;
    this.pool = pool;
    this.cluster = cluster;
    this.instance = instance;
    this.vnics = vnics;
  }

  static Map<String, Object> key(String apiVersion, String kind, String name) {
    return Map.of("apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", name));
  }

  /** The last part of the instance's OCID. */
  static String npnName(Resource instance) {
    return instance.id().substring(instance.id().lastIndexOf('.') + 1);
  }

  Doc node() {
    String name = instance.inner().need("nodeName");
    var capacity = capacity();
    return Doc.of(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata", Doc.of("name", name, "labels", labels(name), "annotations", annotations()),
        "spec", Doc.of("providerID", instance.id(), "taints", taints()),
        "status",
            Doc.of(
                "capacity", capacity,
                "allocatable", capacity,
                "addresses",
                    List.of(
                        Doc.of("type", "InternalIP", "address", name),
                        Doc.of("type", "Hostname", "address", name)),
                "conditions", List.of(ready()),
                "nodeInfo", nodeInfo()));
  }

  Doc nativePodNetwork() {
    var options = Profiles.podOptions(pool.body());
    return Doc.of(
        "apiVersion", NPN_VERSION,
        "kind", NPN,
        "metadata", Doc.of("name", npnName(instance)),
        "spec",
            Doc.of(
                "id",
                instance.id(),
                "maxPodCount",
                Profiles.pods(pool.body()),
                "ipFamilies",
                families(),
                "podSubnetIds",
                options.texts("podSubnetIds").isEmpty() ? null : options.texts("podSubnetIds"),
                "networkSecurityGroupIds",
                options.texts("podNsgIds").isEmpty() ? null : options.texts("podNsgIds"),
                "secondaryVnics",
                pool.body().has("secondaryVnics") ? pool.body().docs("secondaryVnics") : null),
        "status",
            Doc.of(
                "state",
                network.state(),
                "reason",
                network.reason(),
                "vnics",
                network.done() ? vnics.stream().skip(1).map(this::vnicStatus).toList() : null));
  }

  /**
   * Without the pods' network there is no CNI configuration, and so no node that is ready; of a
   * node that is stopped, nobody knows.
   */
  private Doc ready() {
    boolean stopped = instance.state().equals("STOPPED");
    return Doc.of(
        "type",
        "Ready",
        "status",
        stopped ? "Unknown" : network.done() ? "True" : "False",
        "reason",
        stopped ? "NodeStatusUnknown" : network.done() ? "KubeletReady" : "KubeletNotReady",
        "message",
        stopped
            ? "Kubelet stopped posting node status."
            : network.done()
                ? "kubelet is posting ready status"
                : "container runtime network not ready: NetworkReady=false"
                    + " reason:NetworkPluginNotReady message:Network plugin returns error: No CNI"
                    + " configuration file in /etc/cni/net.d/. Has your network provider started?",
        "lastHeartbeatTime",
        seconds(),
        "lastTransitionTime",
        seconds());
  }

  private Doc vnicStatus(NodeVnic each) {
    var profile = each.details();
    return Doc.of(
        "vnicId", each.vnic().id(),
        "macAddress", each.vnic().text("macAddress"),
        "nicIndex", each.attachment().body().number("nicIndex"),
        "vlanTag", each.attachment().body().number("vlanTag"),
        "routerIp", each.subnet().text("virtualRouterIp"),
        "routerIps", List.of(both(each, "virtualRouterIp", "ipv6VirtualRouterIp")),
        "subnetCidr", each.subnet().text("cidrBlock"),
        "subnetCidrs", List.of(both(each, "cidrBlock", "ipv6CidrBlock")),
        "hostAddress", each.vnic().text("privateIp"),
        "hostAddresses",
            List.of(Doc.of("v4", each.vnic().text("privateIp"), "v6", each.ownIpv6().orElse(null))),
        "addresses", each.podAddresses(),
        "podAddresses", podAddresses(each),
        "nicConfiguration",
            Doc.of(
                "ipCount", each.podAddresses().size(),
                "ipFamilies", each.ownIpv6().isPresent() ? DUAL_STACK : List.of("IPv4"),
                "subnetId", each.subnet().id(),
                "networkSecurityGroupIds", profile.texts("nsgIds"),
                "applicationResources", profile.texts("applicationResources")));
  }

  /** The same fact of a VNIC's subnet in both families, as far as the VNIC has them. */
  private static Doc both(NodeVnic vnic, String v4, String v6) {
    return Doc.of(
        "v4",
        vnic.subnet().text(v4),
        "v6",
        vnic.ownIpv6().isPresent() ? vnic.subnet().text(v6) : null);
  }

  private static List<Doc> podAddresses(NodeVnic vnic) {
    var addresses = new ArrayList<Doc>();
    for (int i = 0; i < vnic.podAddresses().size(); i++) {
      String v6 = i < vnic.podIpv6().size() ? vnic.podIpv6().get(i) : null;
      addresses.add(Doc.of("v4", vnic.podAddresses().get(i), "v6", v6));
    }
    return addresses;
  }

  private List<String> families() {
    var families = cluster.body().doc("options").texts("ipFamilies");
    return families.isEmpty() ? List.of("IPv4") : families;
  }

  private Doc labels(String name) {
    String domain = instance.need("availabilityDomain");
    var labels = new LinkedHashMap<String, Object>();
    labels.put("kubernetes.io/hostname", name);
    labels.put("kubernetes.io/os", "linux");
    labels.put("kubernetes.io/arch", instance.need("shape").contains(".A") ? "arm64" : "amd64");
    labels.put("node.kubernetes.io/instance-type", instance.need("shape"));
    labels.put("topology.kubernetes.io/region", "iad");
    labels.put("topology.kubernetes.io/zone", domain.substring(domain.indexOf(':') + 1));
    labels.put("oci.oraclecloud.com/fault-domain", instance.need("faultDomain"));
    labels.put("oke.oraclecloud.com/cluster_type", cluster.need("type"));
    if (pool.body().has("name")) {
      labels.put("oke.oraclecloud.com/pool.name", pool.need("name"));
    }
    if (vnics.size() > 1) {
      labels.put("oci.oraclecloud.com/vcn-native-ip-cni", "true");
    }
    pool.body()
        .docs("initialNodeLabels")
        .forEach(each -> labels.put(each.textOr("key", ""), each.textOr("value", "")));
    return Doc.of(labels);
  }

  private Doc annotations() {
    return Doc.of(
        "oci.oraclecloud.com/compartment-id",
        instance.text("compartmentId"),
        "oci.oraclecloud.com/node-pool-id",
        pool.kind().equals("nodePool") ? pool.id() : null);
  }

  private List<Doc> taints() {
    return Profiles.tainted(pool.body())
        ? List.of(Doc.of("key", Profiles.TAINT, "effect", "NoSchedule"))
        : List.of();
  }

  /**
   * The extended resources stand for what the add-on's device plugin would publish on a real node.
   */
  private Doc capacity() {
    var shape = instance.body().doc("shapeConfig");
    var capacity = new LinkedHashMap<String, Object>();
    capacity.put("cpu", String.valueOf((long) (shape.decimalOr("ocpus", 1) * 2)));
    capacity.put("memory", (long) (shape.decimalOr("memoryInGBs", 16) * 1024 * 1024) + "Ki");
    capacity.put("pods", String.valueOf(Math.min(256, Profiles.pods(pool.body()))));
    var perResource = new LinkedHashMap<String, Integer>();
    for (Doc profile : Profiles.of(pool.body())) {
      for (String name : profile.texts("applicationResources")) {
        perResource.merge(Profiles.RESOURCE_PREFIX + name, Profiles.ipCount(profile), Integer::sum);
      }
    }
    perResource.forEach((name, count) -> capacity.put(name, String.valueOf(count)));
    return Doc.of(capacity);
  }

  private Doc nodeInfo() {
    return Doc.of(
        "architecture", instance.need("shape").contains(".A") ? "arm64" : "amd64",
        "bootID", "",
        "containerRuntimeVersion", "cri-o://1.34.0",
        "kernelVersion", "5.15.0-300.163.18.el8uek.x86_64",
        "kubeProxyVersion", "",
        "kubeletVersion", pool.need("kubernetesVersion"),
        "machineID", "",
        "operatingSystem", "linux",
        "osImage", "Oracle Linux Server 8.10",
        "systemUUID", "");
  }

  private String seconds() {
    return instance.need("timeCreated").substring(0, 19) + "Z";
  }
}
