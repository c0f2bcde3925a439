package dev.podnet.ipam;

import dev.podnet.ip.Ip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one pod gets: an IPv4 address, an IPv6 address, or one of each. */
public record PodAddress(Optional<Ip> v4, Optional<Ip> v6) {
  public PodAddress {
    if (v4.isEmpty() && v6.isEmpty()) {
      throw new IllegalArgumentException("an address of neither family");
    }
    if (v4.filter(Ip::isIpv6).isPresent() || v6.filter(ip -> !ip.isIpv6()).isPresent()) {
      throw new IllegalArgumentException("families exchanged: " + v4 + ", " + v6);
    }
  }

  /** Of one or two literals, in tests and in what was checked before. */
  public static PodAddress of(Ip... ips) {
    List<Ip> all = List.of(ips);
    return new PodAddress(
        all.stream().filter(ip -> !ip.isIpv6()).findFirst(),
        all.stream().filter(Ip::isIpv6).findFirst());
  }

  /** IPv4 first. */
  public List<Ip> ips() {
    return Stream.concat(v4.stream(), v6.stream()).toList();
  }

  @Override
  public String toString() {
    return String.join(" and ", ips().stream().map(Ip::toString).toList());
  }
}
