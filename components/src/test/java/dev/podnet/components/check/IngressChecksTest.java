package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressChecksTest {
  @ParameterizedTest(name = "route {0} of the hub, from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | drg      | Use service, a local peering, or the OCID of a private IP.",
        "1 | near     | Use drg, or the OCID of a DRG or of a private IP.",
        "1 | service  | Use drg, or the OCID of a DRG or of a private IP.",
        "2 | internet | Use the OCID of a private IP.",
      })
  void aWrongTargetIsToldWhatItsGatewayCanLeadTo(int route, String from, String fix) {
    assertThat(
            Example.of("hub")
                .with("network.ingressRoutes[" + route + "].from", from)
                .with("network.ingressRoutes[" + route + "].via", "ocid1.natgateway.oc1..n")
                .findings())
        .filteredOn(f -> f.id().equals("ingress-target"))
        .extracting(Finding::fix)
        .containsExactly(fix);
  }

  @Test
  void aDestinationIsToBeAddedOrRemoved() {
    assertThat(Example.of("hub").with("network.ingressRoutes[0].destination", null).findings())
        .extracting(Finding::id, Finding::fix)
        .containsExactly(tuple("ingress-destination", "Add it."));
    assertThat(Example.of("hub").with("network.ingressRoutes[0].via", "service").findings())
        .extracting(Finding::id, Finding::fix)
        .containsExactly(tuple("ingress-destination", "Remove it."));
  }

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({"internet, 10.0.16.0/20", "drg, 10.0.32.0/20"})
  void routesMayShareTheirGatewayOrTheirDestination(String from, String destination) {
    Object route =
        Example.yaml(
            "{from: %s, destination: %s, via: ocid1.privateip.oc1..g, why: d}"
                .formatted(from, destination));

    assertThat(Example.of("hub").with("network.ingressRoutes[3]", route).ids()).isEmpty();
  }
}
