package dev.podnet.source;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;
import dev.podnet.ipam.PodAddress;
import dev.podnet.ipam.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the object of kind NativePodNetwork that OKE's control plane writes for each node. Its
 * published types are younger and older than what control planes write, so that each field is taken
 * in every form known: {@code podAddresses} and {@code addresses}, lists of texts and of pairs
 * {@code {v4, v6}}, single addresses and blocks.
 */
public final class NativePodNetwork {
  private final List<String> problems = new ArrayList<>();
  private final Set<Ip> seen = new HashSet<>();

  private NativePodNetwork() {}

  /** Of decoded JSON. A VNIC that is not understood is left out, and a problem says why. */
  public static NodeNetwork read(Map<?, ?> object) {
    return new NativePodNetwork().network(map(object.get("status")));
  }

  private NodeNetwork network(Map<?, ?> status) {
    List<VnicFacts> vnics = new ArrayList<>();
    for (Object entry : list(status.get("vnics"))) {
      vnic(map(entry)).ifPresent(vnics::add);
    }
    return new NodeNetwork(
        text(status.get("state")).orElse("IN_PROGRESS"),
        text(status.get("reason")).orElse(""),
        vnics,
        problems);
  }

  private Optional<VnicFacts> vnic(Map<?, ?> vnic) {
    String id = text(vnic.get("vnicId")).orElse("");
    Optional<Mac> mac = text(vnic.get("macAddress")).flatMap(Mac::parse);
    if (id.isEmpty() || mac.isEmpty()) {
      problems.add("a VNIC without a vnicId or without a macAddress is left out: " + vnic);
      return Optional.empty();
    }
    Map<?, ?> configuration = map(vnic.get("nicConfiguration"));
    Set<Ip> hosts = new LinkedHashSet<>(each(vnic, "hostAddress", "hostAddresses", Ip::parse));
    List<PodAddress> addresses = podAddresses(id, vnic, ipCount(configuration));
    addresses.removeIf(address -> address.ips().stream().anyMatch(hosts::contains));
    return Optional.of(
        new VnicFacts(
            id,
            mac.get(),
            list(configuration.get("applicationResources")).stream()
                .flatMap(name -> text(name).stream())
                .findFirst(),
            each(vnic, "subnetCidr", "subnetCidrs", Prefix::parse),
            each(vnic, "routerIp", "routerIps", Ip::parse),
            List.copyOf(hosts),
            addresses));
  }

  private static int ipCount(Map<?, ?> configuration) {
    return configuration.get("ipCount") instanceof Number count && count.intValue() > 0
        ? Math.min(count.intValue(), Profile.LIMIT)
        : Profile.LIMIT;
  }

  private List<PodAddress> podAddresses(String id, Map<?, ?> vnic, int limit) {
    Object value = vnic.get("podAddresses");
    List<PodAddress> addresses = new ArrayList<>();
    for (Object entry : list(value == null ? vnic.get("addresses") : value)) {
      Map<?, ?> pair = entry instanceof Map<?, ?> map ? map : Map.of("any", entry);
      List<List<Ip>> families = new ArrayList<>();
      for (Object text : pair.values()) {
        families.add(expand(id, String.valueOf(text), limit));
      }
      families.removeIf(List::isEmpty);
      int count = families.stream().mapToInt(List::size).min().orElse(0);
      for (int i = 0; i < count; i++) {
        int index = i;
        add(id, families.stream().map(list -> list.get(index)).toList(), addresses);
      }
    }
    if (addresses.size() > limit) {
      problems.add(
          "VNIC " + id + " lists " + addresses.size() + " pod addresses; " + limit + " are used");
      return new ArrayList<>(addresses.subList(0, limit));
    }
    return addresses;
  }

  private void add(String id, List<Ip> ips, List<PodAddress> to) {
    if (ips.size() == 2 && ips.get(0).isIpv6() == ips.get(1).isIpv6()) {
      problems.add("VNIC " + id + " lists a pair of one family: " + ips);
    } else if (ips.stream().anyMatch(seen::contains)) {
      problems.add("VNIC " + id + " lists " + ips + ", which is listed already");
    } else {
      seen.addAll(ips);
      to.add(PodAddress.of(ips.toArray(Ip[]::new)));
    }
  }

  /** The address, or the first addresses of the block. */
  private List<Ip> expand(String id, String text, int limit) {
    Optional<Prefix> block = Ip.parse(text).map(Ip::alone).or(() -> Prefix.parse(text));
    if (block.isEmpty()) {
      problems.add("VNIC " + id + " lists the pod address \"" + text + "\", which is none");
      return List.of();
    }
    List<Ip> ips = new ArrayList<>();
    for (int i = 0; i < block.get().size(limit); i++) {
      ips.add(block.get().first().plus(i));
    }
    return ips;
  }

  /** One value, or a list of values or of pairs by family. */
  private static <T> List<T> each(
      Map<?, ?> vnic, String one, String many, Function<String, Optional<T>> parse) {
    Set<T> all = new LinkedHashSet<>();
    List<Object> texts = new ArrayList<>();
    for (Object entry : list(vnic.get(many))) {
      texts.addAll(entry instanceof Map<?, ?> pair ? pair.values() : List.of(entry));
    }
    text(vnic.get(one)).ifPresent(texts::add);
    texts.forEach(value -> text(value).flatMap(parse).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
