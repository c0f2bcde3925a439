package dev.podnet.cni;

import dev.podnet.ip.Ip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an ADD made: the host's end, the pod's end, its addresses and default routes. */
public record Result(
    String hostName,
    String hostMac,
    String ifName,
    String mac,
    int mtu,
    String netns,
    List<Pair> ips) {

  /** An address and its gateway. */
  public record Pair(Ip address, Ip gateway) {}

  /**
   * In the words of a version, after what earlier plugins of the chain have made.
   *
   * @param previous the configuration's prevResult, or empty
   */
  public Map<String, Object> toJson(String version, Map<?, ?> previous) {
    List<Object> interfaces = new ArrayList<>(Json.list(previous, "interfaces"));
    List<Object> addresses = new ArrayList<>(Json.list(previous, "ips"));
    List<Object> routes = new ArrayList<>(Json.list(previous, "routes"));
    boolean withMtu = Versions.atLeast(version, "1.1.0");
    interfaces.add(link(hostName, hostMac, "", withMtu));
    interfaces.add(link(ifName, mac, netns, withMtu));
    for (Pair pair : ips) {
      Map<String, Object> entry = new LinkedHashMap<>();
      if (!Versions.atLeast(version, "1.0.0")) {
        entry.put("version", pair.address().isIpv6() ? "6" : "4");
      }
      entry.put("address", pair.address().alone().toString());
      entry.put("gateway", pair.gateway().toString());
      entry.put("interface", interfaces.size() - 1);
      addresses.add(entry);
      Map<String, Object> route = new LinkedHashMap<>();
      route.put("dst", pair.address().isIpv6() ? "::/0" : "0.0.0.0/0");
      route.put("gw", pair.gateway().toString());
      routes.add(route);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cniVersion", version);
    json.put("interfaces", interfaces);
    json.put("ips", addresses);
    json.put("routes", routes);
    json.put("dns", Json.object(previous, "dns"));
    return json;
  }

  private Map<String, Object> link(String name, String mac, String sandbox, boolean withMtu) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("mac", mac);
    if (withMtu) {
      entry.put("mtu", mtu);
    }
    if (!sandbox.isEmpty()) {
      entry.put("sandbox", sandbox);
    }
    return entry;
  }
}
