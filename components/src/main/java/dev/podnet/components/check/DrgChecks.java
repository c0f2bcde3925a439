package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.DrgConfig;
import dev.podnet.components.config.DrgRouteConfig;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.RemotePeeringConfig;
import dev.podnet.components.config.SettingPath;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The dynamic routing gateway, its routes and its peerings. */
final class DrgChecks {
  private static final SettingPath DRG = SettingPath.of("network").key("drg");

  private DrgChecks() {}

  static Stream<Finding> routeTable(Subject subject) {
    return drg(subject)
        .filter(d -> d.routeTable().isPresent())
        .filter(d -> !d.routes().isEmpty() || d.id().isEmpty())
        .map(d ->
            Finding.error(
                "drg-route-table",
                DRG.key("routeTable").toString(),
                d.id().isEmpty()
                    ? "A route table that exists cannot be one of a DRG still to be made."
                    : "With routes the stack makes a table of its own.",
                d.id().isEmpty()
                    ? "Name the DRG in podnet:network.drg.id, or remove it."
                    : "Remove it, or the routes.",
                Sources.VCN));
  }

  static Stream<Finding> routesTwice(Subject subject) {
    Set<String> seen = new HashSet<>();
    return routes(subject)
        .filter(r -> !seen.add(r.value().destination().toString()))
        .map(r ->
            Finding.error(
                "route-twice",
                r.path().key("destination").toString(),
                "Another route of the DRG leads to " + r.value().destination() + " too.",
                "Keep one of them.",
                Sources.VCN));
  }

  static Stream<Finding> peers(Subject subject) {
    return peerings(subject)
        .filter(p -> p.value().peer().isPresent() != p.value().peerRegion().isPresent())
        .map(p ->
            Finding.error(
                "remote-peer",
                p.path().toString(),
                "The other end of '"
                    + p.value().name()
                    + "' has only "
                    + (p.value().peer().isPresent() ? "its OCID" : "its region")
                    + ".",
                "Write peer and peerRegion, or neither where the other end connects.",
                Sources.VCN));
  }

  static Stream<Finding> names(Subject subject) {
    Set<String> seen = new HashSet<>();
    return peerings(subject)
        .filter(p -> !seen.add(p.value().name()))
        .map(p ->
            Finding.error(
                "duplicate-name",
                p.path().key("name").toString(),
                "The name '" + p.value().name() + "' is taken.",
                "Choose another.",
                ""));
  }

  private static Stream<DrgConfig> drg(Subject subject) {
    return subject.config().network().drg().stream();
  }

  static Stream<At<DrgRouteConfig>> routes(Subject subject) {
    return drg(subject).flatMap(d -> Subject.at(d.routes(), DRG.key("routes")));
  }

  static Stream<At<RemotePeeringConfig>> peerings(Subject subject) {
    return drg(subject).flatMap(d -> Subject.at(d.remotePeerings(), DRG.key("remotePeerings")));
  }
}
