package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The VCN and its subnets. */
final class NetworkChecks {
  private static final int LARGEST_VCN = 16;
  static final int SMALLEST_VCN = 30;
  private static final int MOST_DOMAINS = 3;
  private static final Set<Role> REGIONAL = Set.of(Role.PODS, Role.VIRTUAL_NODES, Role.ENDPOINT);

  private NetworkChecks() {}

  private static Stream<At<Cidr>> blocks(Subject subject) {
    return subject.subnets().flatMap(s -> Subject.at(s.value().cidrs(), s.path().key("cidrs")));
  }

  static Stream<Finding> vcnBlockSize(Subject subject) {
    return Subject.at(subject.config().network().cidrs(), SettingPath.of("network").key("cidrs"))
        .filter(b -> b.value().prefix() < LARGEST_VCN || b.value().prefix() > SMALLEST_VCN)
        .map(b ->
            Finding.error(
                "vcn-block-size",
                b.path().toString(),
                "A VCN's block is /16 to /30, and " + b.value() + " is not.",
                "Use a block between /16 and /30; a VCN may have several.",
                Sources.VCN));
  }

  static Stream<Finding> outsideVcn(Subject subject) {
    List<Cidr> vcn = subject.config().network().cidrs();
    return blocks(subject)
        .filter(b -> vcn.stream().noneMatch(c -> c.contains(b.value())))
        .map(b ->
            Finding.error(
                "outside-vcn",
                b.path().toString(),
                b.value() + " is in none of the VCN's blocks " + vcn + ".",
                "Use a block inside of them, or add one to podnet:network.cidrs.",
                Sources.VCN));
  }

  /** Blocks are in each other or apart: in order, what a block is in came before it. */
  static Stream<Finding> overlaps(Subject subject) {
    List<At<Cidr>> all = blocks(subject).toList();
    List<int[]> pairs = new ArrayList<>();
    Deque<Integer> around = new ArrayDeque<>();
    IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing(i -> all.get(i).value(), Cidr.ORDER))
        .forEach(i -> {
          while (!around.isEmpty()
              && !all.get(around.peek()).value().overlaps(all.get(i).value())) {
            around.pop();
          }
          around.forEach(other -> pairs.add(new int[] {Math.max(i, other), Math.min(i, other)}));
          around.push(i);
        });
    return pairs.stream()
        .sorted(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]))
        .map(pair -> overlap(all.get(pair[0]), all.get(pair[1])));
  }

  private static Finding overlap(At<Cidr> block, At<Cidr> earlier) {
    return Finding.error(
        "overlap",
        block.path().toString(),
        block.value() + " overlaps " + earlier.value() + " of " + earlier.path() + ".",
        "Give each subnet addresses of its own.",
        Sources.VCN);
  }

  /** Workers may have a subnet for each domain; endpoint and pods are where any node may be. */
  static Stream<Finding> notRegional(Subject subject) {
    return subject
        .subnets()
        .filter(s -> s.value().availabilityDomain().isPresent())
        .filter(s -> REGIONAL.contains(s.value().role()))
        .map(s ->
            Finding.error(
                "subnet-not-regional",
                s.path().key("availabilityDomain").toString(),
                "'"
                    + s.value().name()
                    + "' is bound to one availability domain; subnets for "
                    + (s.value().role() == Role.ENDPOINT ? "the API endpoint" : "pods")
                    + " are regional.",
                "Remove it.",
                s.value().role() == Role.ENDPOINT ? Sources.NETWORK : Sources.NPN));
  }

  static Stream<Finding> domainNumbers(Subject subject) {
    return subject
        .subnets()
        .filter(
            s -> s.value().availabilityDomain().filter(d -> d < 1 || d > MOST_DOMAINS).isPresent())
        .map(s ->
            Finding.error(
                "availability-domain",
                s.path().key("availabilityDomain").toString(),
                "A region has availability domains 1 to 3, or 1 alone.",
                "Write its number, or remove it for a regional subnet.",
                Sources.NETWORK));
  }

  static Stream<Finding> neededRoles(Subject subject) {
    boolean virtualOnly =
        subject.config().pools().isEmpty() && !subject.config().virtualPools().isEmpty();
    return Stream.of(Role.ENDPOINT, Role.WORKERS)
        .filter(role -> role == Role.ENDPOINT || !virtualOnly)
        .filter(
            role -> subject.config().network().subnets().stream().noneMatch(s -> s.role() == role))
        .map(role ->
            Finding.error(
                "missing-role",
                SettingPath.of("network").key("subnets").toString(),
                "No subnet has the role '" + Kinds.spelled(role) + "'.",
                "Add one: a cluster needs a subnet for its API endpoint and one for workers.",
                Sources.NETWORK));
  }

  static Stream<Finding> publicPodSubnets(Subject subject) {
    return subject
        .subnets()
        .filter(s -> s.value().role() == Role.PODS && s.value().access() == Access.PUBLIC)
        .map(NetworkChecks::publicPods);
  }

  /** Two of Oracle's pages disagree: one wants pod subnets private, the other dual-stack public. */
  private static Finding publicPods(At<SubnetConfig> s) {
    return s.value().hasIpv6()
        ? Finding.warning(
            "pod-subnet-public-ipv6",
            s.path().key("access").toString(),
            "The pod subnet '"
                + s.value().name()
                + "' is public, as Oracle's page on dual stack asks; pods' IPv6 addresses can be"
                + " reached from the internet where security rules let them.",
            "Set it to private: connections out still work, none comes in.",
            Sources.IPV6)
        : Finding.error(
            "pod-subnet-public",
            s.path().key("access").toString(),
            "The pod subnet '" + s.value().name() + "' is public.",
            "Set it to private: pods reach the internet through the NAT gateway.",
            Sources.NPN);
  }
}
