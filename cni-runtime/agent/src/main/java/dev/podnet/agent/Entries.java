package dev.podnet.agent;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.podnet.ip.Ip;
import dev.podnet.ipam.Owner;
import dev.podnet.ipam.PodAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the journal's records say, as JSON: what an older agent does not know it leaves out.
 *
 * <pre>
 *   {"op":"held", …}         a lease, before its link is made
 *   {"op":"released", …}     DEL: the address is no longer the pod's
 *   {"op":"gone","at":ms, …} the link is gone: the address rests from then on
 * </pre>
 */
final class Entries {
  private final Map<Owner, Lease> held = new LinkedHashMap<>();
  private final Map<PodAddress, Lease> draining = new LinkedHashMap<>();
  private final Map<PodAddress, Instant> rested = new HashMap<>();
  private int unknown;

  private Entries() {}

  static byte[] held(Lease lease) {
    return bytes("held", lease.toJson());
  }

  static byte[] released(Lease lease) {
    return bytes("released", lease.toJson());
  }

  static byte[] gone(PodAddress address, Instant at) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ips", address.ips().stream().map(Ip::toString).toList());
    json.put("at", at.toEpochMilli());
    return bytes("gone", json);
  }

  private static byte[] bytes(String op, Map<String, Object> json) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("op", op);
    all.putAll(json);
    try {
      return JSON.std.asBytes(all);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is true after all of these records. */
  static Entries replay(List<byte[]> records) {
    Entries entries = new Entries();
    for (byte[] record : records) {
      try {
        entries.apply(JSON.std.mapFrom(record));
      } catch (IOException notJson) {
        entries.unknown++;
      }
    }
    return entries;
  }

  private void apply(Map<?, ?> json) {
    switch (String.valueOf(json.get("op"))) {
      case "held" -> Lease.read(json).ifPresent(lease -> held.put(lease.owner(), lease));
      case "released" -> {
        Lease lease = held.remove(Lease.owner(json));
        if (lease != null) {
          draining.put(lease.address(), lease);
        }
      }
      case "gone" -> gone(json);
      default -> unknown++;
    }
  }

  private void gone(Map<?, ?> json) {
    List<Ip> ips =
        json.get("ips") instanceof List<?> list
            ? list.stream().flatMap(ip -> Ip.parse(String.valueOf(ip)).stream()).toList()
            : List.of();
    if (!ips.isEmpty() && json.get("at") instanceof Number at) {
      PodAddress address = PodAddress.of(ips.toArray(Ip[]::new));
      draining.remove(address);
      rested.put(address, Instant.ofEpochMilli(at.longValue()));
    }
  }

  List<Lease> held() {
    return List.copyOf(held.values());
  }

  List<Lease> draining() {
    return List.copyOf(draining.values());
  }

  Map<PodAddress, Instant> rested() {
    return Map.copyOf(rested);
  }

  /** Records that a newer agent wrote. */
  int unknown() {
    return unknown;
  }
}
