package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.IngressRouteConfig;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.LocalPeeringConfig;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.RouteConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Target;
import dev.podnet.components.plan.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Routes of what comes into the VCN by its gateways. */
final class IngressChecks {
  private static final String PRIVATE_IP = "ocid1.privateip.";
  private static final String SERVICE = Kinds.spelled(Gateway.SERVICE);

  private IngressChecks() {}

  private static Stream<At<IngressRouteConfig>> routes(Subject subject) {
    return Subject.at(
        subject.config().network().ingressRoutes(), SettingPath.of("network").key("ingressRoutes"));
  }

  /** What this stack makes, and so can give a route table. */
  private static Set<String> sources(Subject subject) {
    Set<String> names = new LinkedHashSet<>();
    subject
        .plan()
        .network()
        .gateways()
        .forEach((gateway, origin) -> {
          if (origin instanceof Origin.Created) {
            names.add(Kinds.spelled(gateway));
          }
        });
    if (subject.config().network().drg().isPresent()) {
      names.add(RouteConfig.DRG);
    }
    subject.config().network().localPeerings().forEach(p -> names.add(p.name()));
    return names;
  }

  static Stream<Finding> sourcesThere(Subject subject) {
    Set<String> sources = sources(subject);
    return routes(subject)
        .filter(r -> !sources.contains(r.value().from()))
        .map(r ->
            Finding.error(
                "ingress-source",
                r.path().key("from").toString(),
                "The stack makes no gateway '" + r.value().from() + "' to give routes to.",
                "Use one of " + String.join(", ", sources) + "; another's keeps its own routes.",
                ""));
  }

  static Stream<Finding> targets(Subject subject) {
    NetworkConfig network = subject.config().network();
    return routes(subject)
        .filter(r -> !mayLead(r.value(), network))
        .map(r ->
            Finding.error(
                "ingress-target",
                r.path().key("via").toString(),
                "What comes in by '"
                    + r.value().from()
                    + "' cannot be led to '"
                    + r.value().via()
                    + "'.",
                isPeering(r.value().from(), network) || r.value().from().equals(SERVICE)
                    ? "Use drg, or the OCID of a DRG or of a private IP."
                    : r.value().from().equals(RouteConfig.DRG)
                        ? "Use service, a local peering, or the OCID of a private IP."
                        : "Use the OCID of a private IP.",
                isPeering(r.value().from(), network) ? Sources.LPG : Sources.TRANSIT));
  }

  private static boolean mayLead(IngressRouteConfig route, NetworkConfig network) {
    String via = route.via();
    if (via.startsWith(PRIVATE_IP)) {
      return true;
    }
    if (route.from().equals(RouteConfig.DRG)) {
      return via.equals(SERVICE)
          || via.startsWith("ocid1.localpeeringgateway.")
          || isPeering(via, network);
    }
    boolean toDrg =
        via.startsWith("ocid1.drg.") || (via.equals(RouteConfig.DRG) && network.drg().isPresent());
    return toDrg && (isPeering(route.from(), network) || route.from().equals(SERVICE));
  }

  private static boolean isPeering(String name, NetworkConfig network) {
    return network.localPeerings().stream().anyMatch(p -> p.name().equals(name));
  }

  /** All services of the region, and only they, are behind the service gateway. */
  static Stream<Finding> destinations(Subject subject) {
    return routes(subject)
        .filter(r -> r.value().destination().isPresent() == r.value().via().equals(SERVICE))
        .map(r ->
            Finding.error(
                "ingress-destination",
                r.path().key("destination").toString(),
                r.value().destination().isPresent()
                    ? "Oracle's services alone are behind the service gateway."
                    : "It is missing: only a route to service goes without.",
                r.value().destination().isPresent() ? "Remove it." : "Add it.",
                Sources.TRANSIT));
  }

  static Stream<Finding> twice(Subject subject) {
    List<At<IngressRouteConfig>> all = routes(subject).toList();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i ->
            all.subList(0, i).stream()
                .filter(e -> e.value().from().equals(all.get(i).value().from()))
                .filter(e -> e.value().destination().equals(all.get(i).value().destination()))
                .map(e ->
                    Finding.error(
                        "route-twice",
                        all.get(i).path().key("destination").toString(),
                        e.path() + " leads there too.",
                        "Keep one of them.",
                        Sources.VCN)));
  }

  /** Each gateway is made with its table, so that two tables cannot wait for each other. */
  static Stream<Finding> cycles(Subject subject) {
    List<RouteTable> tables = subject.plan().network().ingress();
    return tables.stream()
        .filter(t -> leadsBack(t, tables))
        .findFirst()
        .map(t ->
            Finding.error(
                "ingress-cycle",
                SettingPath.of("network").key("ingressRoutes").toString(),
                "The routes of '"
                    + t.name()
                    + "' and those of what they lead to wait for each other: each gateway is made"
                    + " with its routes.",
                "Make one of the two in another stack, and name it by its OCID.",
                ""))
        .stream();
  }

  private static boolean leadsBack(RouteTable start, List<RouteTable> tables) {
    Set<String> reached = new LinkedHashSet<>(next(start));
    int before = 0;
    while (before != reached.size()) {
      before = reached.size();
      reached.addAll(
          tables.stream()
              .filter(t -> reached.contains(t.name()))
              .flatMap(t -> next(t).stream())
              .collect(Collectors.toSet()));
    }
    return reached.contains(start.name());
  }

  private static List<String> next(RouteTable table) {
    return table.routes().stream().flatMap(r -> name(r.target()).stream()).toList();
  }

  private static Optional<String> name(Target target) {
    if (target instanceof Target.OwnDrg) {
      return Optional.of(RouteConfig.DRG);
    }
    if (target instanceof Target.Peering peering) {
      return Optional.of(peering.name());
    }
    return target instanceof Target.Own own
        ? Optional.of(Kinds.spelled(own.gateway()))
        : Optional.empty();
  }

  static Stream<Finding> peeringNames(Subject subject) {
    List<At<LocalPeeringConfig>> all =
        Subject.at(
                subject.config().network().localPeerings(),
                SettingPath.of("network").key("localPeerings"))
            .toList();
    Set<String> taken = new LinkedHashSet<>(List.of(RouteConfig.DRG));
    Stream.of(Gateway.values()).map(Kinds::spelled).forEach(taken::add);
    return all.stream()
        .filter(p -> !taken.add(p.value().name()))
        .map(p ->
            Finding.error(
                "duplicate-name",
                p.path().key("name").toString(),
                "The name '" + p.value().name() + "' is taken.",
                "Choose another; drg, internet, nat and service are podnet's.",
                ""));
  }
}
