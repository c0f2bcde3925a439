package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.DrgConfig;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.RouteConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Route;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Target;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The user's routes, and the tables they end up in. */
final class RouteChecks {
  private static final String DRG = "ocid1.drg.";
  private static final String INTERNET_GATEWAY = "ocid1.internetgateway.";
  private static final Pattern TARGET =
      Pattern.compile("ocid1\\.(drg|localpeeringgateway|internetgateway|privateip)\\..+");

  private RouteChecks() {}

  private static Stream<At<RouteConfig>> routes(Subject subject) {
    return Subject.at(subject.config().network().routes(), SettingPath.of("network").key("routes"));
  }

  static Stream<Finding> targets(Subject subject) {
    return routes(subject)
        .filter(r -> !TARGET.matcher(r.value().via()).matches())
        .filter(r -> !isOwn(r.value().via(), subject.config().network()))
        .map(r ->
            Finding.error(
                "route-target",
                r.path().key("via").toString(),
                "'" + r.value().via() + "' is nothing that such a route can lead to.",
                "Write the OCID of a DRG, a local peering or internet gateway, or a private IP; or"
                    + " drg or a local peering that the network has.",
                Sources.OCID));
  }

  private static boolean isOwn(String via, NetworkConfig network) {
    return via.equals(RouteConfig.DRG)
        ? network.drg().isPresent()
        : network.localPeerings().stream().anyMatch(p -> p.name().equals(via));
  }

  /** A VCN that exists may be attached already; a new one is not. */
  static Stream<Finding> unattached(Subject subject) {
    NetworkConfig network = subject.config().network();
    return routes(subject)
        .filter(r -> r.value().via().startsWith(DRG) && network.id().isEmpty())
        .filter(r -> network.drg().flatMap(DrgConfig::id).filter(r.value().via()::equals).isEmpty())
        .map(r ->
            Finding.error(
                "drg-not-attached",
                r.path().key("via").toString(),
                "The VCN is not attached to this DRG.",
                "Name the DRG in podnet:network.drg.id.",
                Sources.VCN));
  }

  static Stream<Finding> twice(Subject subject) {
    List<At<RouteConfig>> all = routes(subject).toList();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i ->
            all.subList(0, i).stream()
                .filter(earlier -> meet(earlier.value(), all.get(i).value()))
                .map(earlier -> taken(all.get(i), earlier)));
  }

  private static boolean meet(RouteConfig a, RouteConfig b) {
    return a.destination().equals(b.destination())
        && Stream.of(Role.values()).anyMatch(role -> a.isFor(role) && b.isFor(role));
  }

  private static Finding taken(At<RouteConfig> route, At<RouteConfig> earlier) {
    return Finding.error(
        "route-twice",
        route.path().key("destination").toString(),
        earlier.path() + " leads to " + route.value().destination() + " too.",
        "Keep one of them, or give them different roles.",
        Sources.VCN);
  }

  static Stream<Finding> internetBesideServices(Subject subject) {
    return subject.plan().network().routeTables().stream()
        .filter(t -> t.routes().stream().anyMatch(RouteChecks::isInternetDefault))
        .filter(t -> t.routes().stream().anyMatch(r -> r.destination().isEmpty()))
        .map(RouteChecks::mixed);
  }

  private static boolean isInternetDefault(Route route) {
    boolean internet =
        route.target() instanceof Target.Other other
            ? other.id().startsWith(INTERNET_GATEWAY)
            : route.target().equals(new Target.Own(Gateway.INTERNET));
    return internet && route.destination().filter("0.0.0.0/0"::equals).isPresent();
  }

  private static Finding mixed(RouteTable table) {
    return Finding.error(
        "internet-beside-services",
        SettingPath.of("network").key("routes").toString(),
        "The route table '"
            + table.name()
            + "' would hold a default route to an internet gateway and the route to Oracle's"
            + " services, which exclude each other.",
        "Make these subnets public, or keep their way out through the NAT gateway.",
        Sources.NETWORK);
  }
}
