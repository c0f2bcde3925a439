package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.GatewaysConfig;
import dev.podnet.components.config.GroupsConfig;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig.Role;
import java.util.Optional;
import java.util.stream.Stream;

/** What exists already and is named by its OCID. */
final class ExistingChecks {
  private static final SettingPath NETWORK = SettingPath.of("network");

  private ExistingChecks() {}

  /** An OCID and the type it has to be of. */
  private record Named(Optional<String> id, String type, SettingPath path) {
    boolean isWrong() {
      return id.filter(i -> !i.startsWith("ocid1." + type + ".")).isPresent();
    }
  }

  static Stream<Finding> ocids(Subject subject) {
    NetworkConfig network = subject.config().network();
    return Stream.of(
            Stream.of(
                new Named(network.id(), "vcn", NETWORK.key("id")),
                new Named(
                    subject.config().cluster().id(),
                    "cluster",
                    SettingPath.of("cluster").key("id"))),
            drg(subject),
            subject.subnets().map(s -> new Named(s.value().id(), "subnet", s.path().key("id"))),
            network.gateways().stream().flatMap(ExistingChecks::gateways),
            network.groups().stream().flatMap(ExistingChecks::groups))
        .flatMap(s -> s)
        .filter(Named::isWrong)
        .map(named ->
            Finding.error(
                "wrong-ocid",
                named.path().toString(),
                "'" + named.id().orElse("") + "' is no OCID of a " + named.type() + ".",
                "Write one that begins with ocid1." + named.type() + ".",
                Sources.OCID));
  }

  private static Stream<Named> drg(Subject subject) {
    SettingPath path = NETWORK.key("drg");
    Stream<Named> own =
        subject.config().network().drg().stream()
            .flatMap(d ->
                Stream.of(
                    new Named(d.id(), "drg", path.key("id")),
                    new Named(d.routeTable(), "drgroutetable", path.key("routeTable"))));
    Stream<Named> routes =
        DrgChecks.routes(subject)
            .map(r ->
                new Named(
                    Optional.of(r.value().attachment()),
                    "drgattachment",
                    r.path().key("attachment")));
    Stream<Named> remote =
        DrgChecks.peerings(subject)
            .map(p -> new Named(p.value().peer(), "remotepeeringconnection", p.path().key("peer")));
    Stream<Named> local =
        Subject.at(subject.config().network().localPeerings(), NETWORK.key("localPeerings"))
            .map(p -> new Named(p.value().peer(), "localpeeringgateway", p.path().key("peer")));
    return Stream.of(own, routes, remote, local).flatMap(s -> s);
  }

  private static Stream<Named> gateways(GatewaysConfig gateways) {
    SettingPath path = NETWORK.key("gateways");
    return Stream.of(
        new Named(gateways.internet(), "internetgateway", path.key("internet")),
        new Named(gateways.nat(), "natgateway", path.key("nat")),
        new Named(gateways.service(), "servicegateway", path.key("service")));
  }

  private static Stream<Named> groups(GroupsConfig groups) {
    return Stream.of(Role.values())
        .map(role ->
            new Named(
                groups.of(role),
                "networksecuritygroup",
                NETWORK.key("groups").key(Kinds.spelled(role))));
  }

  /** Subnets, gateways and groups live in a VCN: what exists cannot be in one that does not. */
  static Stream<Finding> inNewVcn(Subject subject) {
    NetworkConfig network = subject.config().network();
    if (network.id().isPresent()) {
      return Stream.empty();
    }
    return Stream.of(
            subject
                .subnets()
                .filter(s -> s.value().id().isPresent())
                .map(s -> new At<>("subnet", s.path().key("id"))),
            network.gateways().stream()
                .flatMap(ExistingChecks::gateways)
                .filter(g -> g.id().isPresent())
                .map(g -> new At<>("gateway", g.path())),
            network.groups().stream()
                .flatMap(ExistingChecks::groups)
                .filter(g -> g.id().isPresent())
                .map(g -> new At<>("security group", g.path())))
        .flatMap(s -> s)
        .map(at ->
            Finding.error(
                "existing-in-new-vcn",
                at.path().toString(),
                "A " + at.value() + " that exists cannot be in a VCN that is still to be made.",
                "Name its VCN in podnet:network.id, or remove it.",
                Sources.VCN));
  }

  static Stream<Finding> ipv6Index(Subject subject) {
    return subject.config().network().id().isEmpty()
        ? Stream.empty()
        : subject
            .subnets()
            .filter(s -> s.value().ipv6Index().isPresent())
            .map(s ->
                Finding.error(
                    "ipv6-index-in-existing-vcn",
                    s.path().key("ipv6Index").toString(),
                    "The IPv6 block of a VCN that exists is not known here.",
                    "Write the subnet's block as ipv6Cidr.",
                    ""));
  }

  static Stream<Finding> lists(Subject subject) {
    return subject.config().security().map(SecurityConfig::render).orElse(Render.GROUPS)
            == Render.GROUPS
        ? Stream.empty()
        : subject
            .subnets()
            .filter(s -> s.value().id().isPresent())
            .map(s ->
                Finding.error(
                    "existing-subnet-in-lists",
                    s.path().key("id").toString(),
                    "'"
                        + s.value().name()
                        + "' is another's and keeps its security lists, so that no rule would"
                        + " reach it.",
                    "Set podnet:security.render to groups.",
                    ""));
  }
}
