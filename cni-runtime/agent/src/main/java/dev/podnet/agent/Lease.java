package dev.podnet.agent;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ipam.Owner;
import dev.podnet.ipam.PodAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pod's interface and its address, as the journal keeps it.
 *
 * @param profile id of the VNIC that the address is from
 * @param pinned whether the pod asked for the profile's Application Resource
 * @param index of both ends of its link
 * @param link name of the host's end
 * @param pod namespace/name, where the runtime told it
 */
record Lease(
    Owner owner,
    String profile,
    boolean pinned,
    PodAddress address,
    int index,
    String link,
    String pod) {
  /** Of what was read from the kernel: the source tells whose address it is. */
  static final String UNKNOWN_PROFILE = "";

  private static final long MAC_OF_PODS = 0x0270L << 32;

  /** From the address, so that it can be told again from what the kernel shows. */
  Mac mac() {
    Ip first = address.ips().getFirst();
    return new Mac(MAC_OF_PODS | (first.low() & 0xffff_ffffL));
  }

  Lease withIndex(int other) {
    return new Lease(owner, profile, pinned, address, other, link, pod);
  }

  Lease withProfile(String other) {
    return new Lease(owner, other, pinned, address, index, link, pod);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", owner.network());
    json.put("container", owner.containerId());
    json.put("ifName", owner.ifName());
    json.put("profile", profile);
    json.put("pinned", pinned);
    json.put("ips", address.ips().stream().map(Ip::toString).toList());
    json.put("index", index);
    json.put("link", link);
    json.put("pod", pod);
    return json;
  }

  /** Nothing when it is not a lease. */
  static Optional<Lease> read(Map<?, ?> json) {
    List<Ip> ips =
        json.get("ips") instanceof List<?> list
            ? list.stream().flatMap(ip -> Ip.parse(String.valueOf(ip)).stream()).toList()
            : List.of();
    if (ips.isEmpty() || !(json.get("index") instanceof Number index)) {
      return Optional.empty();
    }
    return Optional.of(
        new Lease(
            owner(json),
            text(json, "profile"),
            Boolean.TRUE.equals(json.get("pinned")),
            PodAddress.of(ips.toArray(Ip[]::new)),
            index.intValue(),
            text(json, "link"),
            text(json, "pod")));
  }

  static Owner owner(Map<?, ?> json) {
    return new Owner(text(json, "network"), text(json, "container"), text(json, "ifName"));
  }

  private static String text(Map<?, ?> json, String key) {
    return json.get(key) instanceof String text ? text : "";
  }
}
