package dev.podnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import dev.podnet.ipam.PodAddress;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativePodNetworkTest {
  private static NodeNetwork read(String vnics) throws IOException {
    return NativePodNetwork.read(
        JSON.std.mapFrom("{\"status\":{\"state\":\"SUCCESS\",\"vnics\":[" + vnics + "]}}"));
  }

  private static String vnic(String more) {
    return "{\"vnicId\":\"v1\",\"macAddress\":\"02:00:17:00:00:01\"," + more + "}";
  }

  @Test
  void theOlderFormOfSingleValuesIsRead() throws IOException {
    VnicFacts vnic =
        read(vnic(
                "\"addresses\":[\"10.0.1.5\",\"10.0.1.6\"],\"routerIp\":\"10.0.1.1\","
                    + "\"hostAddress\":\"10.0.1.4\",\"subnetCidr\":\"10.0.1.0/24\""))
            .vnics()
            .getFirst();

    assertThat(vnic.podAddresses())
        .containsExactly(PodAddress.of(Ip.of("10.0.1.5")), PodAddress.of(Ip.of("10.0.1.6")));
    assertThat(vnic.routers()).containsExactly(Ip.of("10.0.1.1"));
    assertThat(vnic.hostAddresses()).containsExactly(Ip.of("10.0.1.4"));
    assertThat(vnic.subnets()).containsExactly(Prefix.of("10.0.1.0/24"));
    assertThat(vnic.resource()).isEmpty();
  }

  @Test
  void blocksOfBothFamiliesArePairedInTheirOrder() throws IOException {
    VnicFacts vnic =
        read(vnic(
                "\"podAddresses\":[{\"v4\":\"10.0.1.16/30\",\"v6\":\"fd00::10/124\"}],"
                    + "\"nicConfiguration\":{\"ipCount\":4,\"applicationResources\":[\"fe\"]}"))
            .vnics()
            .getFirst();

    assertThat(vnic.podAddresses())
        .hasSize(4)
        .last()
        .isEqualTo(PodAddress.of(Ip.of("10.0.1.19"), Ip.of("fd00::13")));
    assertThat(vnic.resource()).contains("fe");
  }

  @Test
  void aBlockLargerThanIpCountGivesNoMoreThanThat() throws IOException {
    NodeNetwork network =
        read(vnic("\"podAddresses\":[\"fd00::/80\"],\"nicConfiguration\":{\"ipCount\":16}"));

    assertThat(network.vnics().getFirst().podAddresses()).hasSize(16);
  }

  @Test
  void noMoreThanTwoHundredAndFiftySixAreUsed() throws IOException {
    NodeNetwork network = read(vnic("\"podAddresses\":[\"10.0.0.0/24\",\"10.0.1.0/24\"]"));

    assertThat(network.vnics().getFirst().podAddresses()).hasSize(256);
    assertThat(network.problems()).containsExactly("VNIC v1 lists 512 pod addresses; 256 are used");
  }

  @Test
  void theHostsAddressIsNeverAPods() throws IOException {
    NodeNetwork network =
        read(vnic("\"podAddresses\":[\"10.0.1.0/30\"],\"hostAddress\":\"10.0.1.2\""));

    assertThat(network.vnics().getFirst().podAddresses())
        .hasSize(3)
        .doesNotContain(PodAddress.of(Ip.of("10.0.1.2")));
  }

  @Test
  void anAddressListedTwiceIsGivenOnce() throws IOException {
    NodeNetwork network = read(vnic("\"podAddresses\":[\"10.0.1.1\",\"10.0.1.0/31\"]"));

    assertThat(network.vnics().getFirst().podAddresses()).hasSize(2);
    assertThat(network.problems()).hasSize(1).first().asString().contains("listed already");
  }

  @Test
  void whatIsNotUnderstoodIsLeftOutAndSaid() throws IOException {
    NodeNetwork network =
        read("{\"vnicId\":\"v0\"}," + vnic("\"podAddresses\":[\"10.0.1.300\",7,{\"v4\":null}]"));

    assertThat(network.vnics()).extracting(VnicFacts::id).containsExactly("v1");
    assertThat(network.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.contains("\"10.0.1.300\", which is none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":null}",
        "{\"status\":{\"vnics\":7}}",
        "{\"status\":{\"state\":7,\"vnics\":[null,1,[]]}}"
      })
  void whatIsOfTheWrongTypeGivesNoVnic(String json) throws IOException {
    NodeNetwork network = NativePodNetwork.read(JSON.std.mapFrom(json));

    assertThat(network.vnics()).isEmpty();
    assertThat(network.state()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void theReasonOfAFailureIsKept() throws IOException {
    NodeNetwork network =
        NativePodNetwork.read(
            JSON.std.mapFrom(
                "{\"status\":{\"state\":\"BACKOFF\",\"reason\":\"FailedToCreatePrivateIP\"}}"));

    assertThat(List.of(network.state(), network.reason()))
        .containsExactly("BACKOFF", "FailedToCreatePrivateIP");
  }
}
