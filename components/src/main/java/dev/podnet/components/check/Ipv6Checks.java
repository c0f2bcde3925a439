package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.net.Cidr;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The IPv6 side of a VCN and its subnets. */
final class Ipv6Checks {
  private static final int SUBNET_PREFIX = 64;
  private static final int LAST_INDEX = 255;

  private Ipv6Checks() {}

  private static Stream<At<SubnetConfig>> subnets(Subject subject, Predicate<SubnetConfig> which) {
    return subject.subnets().filter(s -> which.test(s.value()));
  }

  private static String path(At<SubnetConfig> subnet) {
    return subnet
        .path()
        .key(subnet.value().ipv6Cidr().isPresent() ? "ipv6Cidr" : "ipv6Index")
        .toString();
  }

  static Stream<Finding> withoutVcn(Subject subject) {
    return subject.config().network().ipv6()
        ? Stream.empty()
        : subnets(subject, SubnetConfig::hasIpv6)
            .map(s ->
                Finding.error(
                    "ipv6-without-vcn",
                    path(s),
                    "'" + s.value().name() + "' has an IPv6 block, but the VCN has none.",
                    "Set podnet:network.ipv6 to true, or remove it.",
                    Sources.IPV6));
  }

  static Stream<Finding> blocks(Subject subject) {
    return subnets(subject, Ipv6Checks::isWrong)
        .map(s ->
            Finding.error(
                "ipv6-block",
                path(s),
                "A subnet has one IPv6 /64: the 256 of a VCN's /56 are numbered 0 to 255.",
                "Set either ipv6Index, 0 to 255, or ipv6Cidr, a /64.",
                Sources.IPV6));
  }

  private static boolean isWrong(SubnetConfig subnet) {
    return (subnet.ipv6Index().isPresent() && subnet.ipv6Cidr().isPresent())
        || subnet.ipv6Index().filter(i -> i < 0 || i > LAST_INDEX).isPresent()
        || subnet.ipv6Cidr().filter(Ipv6Checks::isNoSubnet).isPresent();
  }

  private static boolean isNoSubnet(Cidr cidr) {
    return !cidr.isIpv6() || cidr.prefix() != SUBNET_PREFIX;
  }

  static Stream<Finding> twice(Subject subject) {
    Map<Object, String> first = new HashMap<>();
    return subnets(subject, SubnetConfig::hasIpv6)
        .flatMap(s -> {
          Object block =
              s.value().ipv6Cidr().isPresent() ? s.value().ipv6Cidr() : s.value().ipv6Index();
          String earlier = first.putIfAbsent(block, s.value().name());
          return earlier == null ? Stream.empty() : Stream.of(taken(s, earlier));
        });
  }

  private static Finding taken(At<SubnetConfig> subnet, String earlier) {
    return Finding.error(
        "ipv6-overlap",
        path(subnet),
        "'" + earlier + "' has the same IPv6 block.",
        "Give each subnet a /64 of its own.",
        Sources.IPV6);
  }

  /** Lists name blocks, and an index becomes one only when the VCN exists. */
  static Stream<Finding> inLists(Subject subject) {
    if (subject.config().security().map(SecurityConfig::render).orElse(Render.GROUPS)
        == Render.GROUPS) {
      return Stream.empty();
    }
    return subnets(subject, s -> s.ipv6Index().isPresent())
        .map(s ->
            Finding.error(
                "ipv6-index-in-lists",
                path(s),
                "Security lists name blocks, and this one is known only when the VCN exists.",
                "Write ipv6Cidr, or set podnet:security.render to groups.",
                ""));
  }
}
