package dev.podnet.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A VCN of namespaces: a router with one link to each VNIC of two nodes, which drops and counts
 * every packet that comes by a VNIC that does not own its source. Subnets 0 (nodes), 1 and 2 (pods,
 * of 16 addresses a VNIC), of both families.
 */
final class Vcn implements AutoCloseable {
  static final int SUBNETS = 3;
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String prefix =
      "pnit" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + "-";

  Vcn() {
    List<String> script = new ArrayList<>();
    script.add("ip netns add " + router());
    script.add(
        in(
            router(),
            "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1"
                + " net.ipv6.conf.default.accept_dad=0"));
    for (int node = 1; node <= 2; node++) {
      addNode(script, node);
    }
    script.add(in(router(), "nft -f - <<'END'\n" + sourceCheck() + "END"));
    try {
      Shell.run(String.join("\n", script));
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  String router() {
    return prefix + "vcn";
  }

  String node(int node) {
    return prefix + "n" + node;
  }

  static String in(String namespace, String command) {
    return "ip netns exec " + namespace + " " + command;
  }

  static String mac(int node, int vnic) {
    return "02:00:17:00:0" + node + ":0" + vnic;
  }

  static String router4(int subnet) {
    return "10.0." + subnet + ".1";
  }

  static String router6(int subnet) {
    return "fd00:0:0:" + subnet + "::1";
  }

  static String host4(int node, int subnet) {
    return "10.0." + subnet + ".1" + node;
  }

  static String host6(int node, int subnet) {
    return "fd00:0:0:" + subnet + "::1" + node;
  }

  static String pods4(int node, int subnet) {
    return "10.0." + subnet + "." + 64 * node + "/28";
  }

  static String pods6(int node, int subnet) {
    return "fd00:0:0:" + subnet + "::" + node + "00/124";
  }

  private void addNode(List<String> script, int node) {
    String name = node(node);
    script.add("ip netns add " + name);
    script.add(
        in(
            name,
            "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1"
                + " net.ipv4.conf.all.rp_filter=2 net.ipv4.conf.default.rp_filter=2"
                + " net.ipv6.conf.default.accept_dad=0"));
    script.add("ip -n " + name + " link set lo up");
    for (int vnic = 0; vnic < SUBNETS; vnic++) {
      addVnic(script, node, vnic);
    }
    script.add("ip -n " + name + " addr add " + host4(node, 0) + "/32 dev ens0");
    script.add("ip -n " + name + " addr add " + host6(node, 0) + "/128 dev ens0 nodad");
    script.add("ip -n " + name + " route add default via " + router4(0) + " dev ens0 onlink");
    script.add("ip -n " + name + " -6 route add default via " + router6(0) + " dev ens0 onlink");
  }

  private void addVnic(List<String> script, int node, int vnic) {
    String peer = "n" + node + "v" + vnic;
    String router = "ip -n " + router() + " ";
    script.add(
        router
            + "link add "
            + peer
            + " mtu 9000 type veth peer name ens"
            + vnic
            + " mtu 9000 address "
            + mac(node, vnic)
            + " netns "
            + node(node));
    script.add(router + "link set " + peer + " up");
    script.add("ip -n " + node(node) + " link set ens" + vnic + " up");
    script.add(router + "addr add " + router4(vnic) + "/32 dev " + peer);
    script.add(router + "addr add " + router6(vnic) + "/128 dev " + peer + " nodad");
    // A VCN learns nothing: it knows which VNIC has an address, and the VNIC's MAC.
    for (String host : List.of(host4(node, vnic), host6(node, vnic))) {
      script.add(
          router
              + "neigh add "
              + host
              + " lladdr "
              + mac(node, vnic)
              + " dev "
              + peer
              + " nud permanent");
      script.add(router + "route add " + host + " dev " + peer);
    }
    if (vnic > 0) {
      script.add(
          router
              + "route add "
              + pods4(node, vnic)
              + " via "
              + host4(node, vnic)
              + " dev "
              + peer
              + " onlink");
      script.add(
          router
              + "-6 route add "
              + pods6(node, vnic)
              + " via "
              + host6(node, vnic)
              + " dev "
              + peer
              + " onlink");
    }
  }

  private static String sourceCheck() {
    List<String> v4 = new ArrayList<>();
    List<String> v6 = new ArrayList<>();
    for (int node = 1; node <= 2; node++) {
      for (int vnic = 0; vnic < SUBNETS; vnic++) {
        String link = "\"n" + node + "v" + vnic + "\" . ";
        v4.add(link + host4(node, vnic));
        v6.add(link + host6(node, vnic));
        if (vnic > 0) {
          v4.add(link + pods4(node, vnic));
          v6.add(link + pods6(node, vnic));
        }
      }
    }
    return """
    table inet vcn {
      set owners4 { type ifname . ipv4_addr; flags interval; elements = { %s } }
      set owners6 { type ifname . ipv6_addr; flags interval; elements = { %s } }
      counter foreign { }
      chain check {
        type filter hook prerouting priority raw; policy drop;
        iifname . ip saddr @owners4 accept
        iifname . ip6 saddr @owners6 accept
        ip6 saddr { ::, fe80::/10 } accept
        counter name foreign
      }
    }
    """
        .formatted(String.join(", ", v4), String.join(", ", v6));
  }

  /** Packets that came by a VNIC that does not own their source. */
  long dropped() {
    String text = Shell.run(in(router(), "nft list counter inet vcn foreign"));
    return Long.parseLong(text.replaceAll("(?s).*packets (\\d+).*", "$1"));
  }

  /** The node's NativePodNetwork object; one family or both. */
  static String nativePodNetwork(int node, boolean v4, boolean v6) {
    List<String> vnics = new ArrayList<>();
    for (int vnic = 1; vnic < SUBNETS; vnic++) {
      vnics.add(
          """
          {"vnicId":"ocid1.vnic.n%dv%d","macAddress":"%s","routerIps":[{%s}],"hostAddresses":[{%s}],
           "subnetCidrs":[{%s}],"podAddresses":[{%s}],
           "nicConfiguration":{"ipCount":16,"applicationResources":["%s"]}}
          """
              .formatted(
                  node,
                  vnic,
                  mac(node, vnic),
                  pair(v4, router4(vnic), v6, router6(vnic)),
                  pair(v4, host4(node, vnic), v6, host6(node, vnic)),
                  pair(v4, "10.0." + vnic + ".0/24", v6, "fd00:0:0:" + vnic + "::/64"),
                  pair(v4, pods4(node, vnic), v6, pods6(node, vnic)),
                  vnic == 1 ? "frontend" : "backend"));
    }
    return "{\"status\":{\"state\":\"SUCCESS\",\"reason\":\"COMPLETED\",\"vnics\":["
        + String.join(",", vnics)
        + "]}}";
  }

  private static String pair(boolean v4, String first, boolean v6, String second) {
    List<String> parts = new ArrayList<>();
    if (v4) {
      parts.add("\"v4\":\"" + first + "\"");
    }
    if (v6) {
      parts.add("\"v6\":\"" + second + "\"");
    }
    return String.join(",", parts);
  }

  /** All namespaces whose names begin with the prefix: the pods' too. */
  @Override
  public void close() {
    Shell.run(
        "for n in $(ip netns list | cut -d' ' -f1 | grep '^"
            + prefix
            + "' || true); do ip netns del $n; done");
  }
}
