package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podnet.sim.fault.Scenario;
import dev.podnet.sim.model.Doc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario, as a client meets it. */
class FaultTest extends WithSimulator {
  private static final String VCN = body("'cidrBlock':'10.0.0.0/16'");

  @Test
  void theReadmeTellsWhatEachScenarioDoes() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(Scenario.all().values())
        .allSatisfy(
            each -> assertThat(readme).contains("| `" + each.name() + "` | " + each.does() + " |"));
  }

  @Test
  void aThrottledRequestGetsThroughAtLast() {
    faults("throttling", 1);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(client.get(Client.CORE + "/vcns?compartmentId=" + Client.COMPARTMENT).status());
    }

    assertThat(statuses).contains(200, 429).filteredOn(each -> each == 429).hasSize(3);
  }

  @Test
  void theSameSeedAndRequestMeetTheSameFate() {
    assertThat(fates(7)).isEqualTo(fates(7)).isNotEqualTo(fates(8));
  }

  private List<Integer> fates(int seed) {
    faults("server-errors", seed);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      statuses.add(client.get(Client.CORE + "/vcns/ocid1.vcn.oc1.iad." + i).status());
    }
    return statuses;
  }

  @Test
  void aLostAnswerLeavesItsEffectAndTheRetryTokenFindsIt() {
    faults("lost-answers", 3);
    int lost = 0;
    for (int i = 0; i < 10; i++) {
      String request = body("'cidrBlock':'10.%d.0.0/16','displayName':'v'".formatted(i));
      while (true) {
        try {
          assertThat(
                  client.post(Client.CORE + "/vcns", request, "opc-retry-token", "t" + i).status())
              .isEqualTo(200);
          break;
        } catch (UncheckedIOException e) {
          lost++;
        }
      }
    }

    assertThat(lost).isBetween(1, 20);
    assertThat(vcns()).isEqualTo(10);
  }

  @Test
  void aReadRightAfterAChangeSeesWhatWas() {
    faults("stale-reads", 1);

    String vcn = client.made(Client.CORE + "/vcns", VCN);

    for (int i = 0; i < 3; i++) {
      assertThat(client.get(Client.CORE + "/vcns/" + vcn).status()).isEqualTo(404);
    }
    assertThat(client.get(Client.CORE + "/vcns/" + vcn).status()).isEqualTo(200);
    client.delete(Client.CORE + "/vcns/" + vcn);
    assertThat(vcns()).isEqualTo(1);
  }

  @Test
  void slowWorkIsSlowWhateverTheScale() {
    var network = Network.create(client);
    faults("slow-work", 1);

    var accepted = client.post(Client.OKE + "/clusters", cluster(network));

    // The clock of this simulator stands still: the work never ends.
    String work = String.valueOf(accepted.headers().get("opc-work-request-id"));
    assertThat(client.get(Client.OKE + "/workRequests/" + work).field("status"))
        .isEqualTo("IN_PROGRESS");
  }

  @Test
  void failedWorkLeavesAClusterThatCanBeDeleted() {
    var network = Network.create(client);
    faults("failed-clusters", 1);

    var request = client.finished(client.post(Client.OKE + "/clusters", cluster(network)));

    String id = request.json().path("resources").path(0).path("identifier").asText();
    assertThat(request.field("status")).isEqualTo("FAILED");
    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("control plane");
    assertThat(client.get(Client.OKE + "/clusters/" + id).field("lifecycleState"))
        .isEqualTo("FAILED");
    assertThat(client.finished(client.delete(Client.OKE + "/clusters/" + id)).field("status"))
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void aPoolWithoutCapacityGetsItsNodesWhenItIsAskedAgain() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    faults("out-of-capacity", 1);
    var request =
        client.finished(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(
                    cluster,
                    2,
                    "",
                    ",'secondaryVnics':[" + network.profile("blue", 16, "") + "]")));
    String pool = request.json().path("resources").path(0).path("identifier").asText();
    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("Out of host capacity");

    faults("none", 1);
    client.finished(
        client.put(Client.OKE + "/nodePools/" + pool, "{'nodeConfigDetails':{'size':2}}"));

    assertThat(client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes")).hasSize(2);
  }

  @Test
  void aLimitRefusesAPoolBeforeItIsMade() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    faults("limit-exceeded", 1);

    var answer = client.post(Client.OKE + "/nodePools", network.pool(cluster, 1, "", ""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo("LimitExceeded");
  }

  @Test
  void rulesGetLostFromTheAnswerOrAltogether() {
    var network = Network.create(client);
    String group =
        client.made(
            Client.CORE + "/networkSecurityGroups", body("'vcnId':'" + network.vcn() + "'"));
    String path = Client.CORE + "/networkSecurityGroups/" + group;
    faults("rule-race", 1);
    int named = 0;
    for (int port = 1; port <= 40; port++) {
      String rule =
          "{'securityRules':[{'direction':'INGRESS','protocol':'6','source':'10.0.0.0/16',"
              + "'tcpOptions':{'destinationPortRange':{'min':%1$d,'max':%1$d}}}]}".formatted(port);
      named +=
          client.post(path + "/actions/addSecurityRules", rule).json().path("securityRules").size();
    }

    int there = client.get(path + "/securityRules").json().size();
    assertThat(named).isLessThan(there);
    assertThat(there).isLessThan(40);
  }

  @Test
  void profilesAndPodNumbersOfAnUpdateHaveNoEffect() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String options =
        "'nodePoolPodNetworkOptionDetails':{'cniType':'OCI_VCN_IP_NATIVE','maxPodsPerNode':%d,'podSubnetIds':['%s']}";
    String pool =
        client.madeBy(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(cluster, 0, "," + options.formatted(31, network.pods()), "")));
    String path = Client.OKE + "/nodePools/" + pool;

    faults("max-pods-ignored", 1);
    var first =
        client.finished(
            client.put(
                path,
                "{'nodeConfigDetails':{%s}}".formatted(options.formatted(62, network.pods()))));
    faults("profiles-ignored", 1);
    var second =
        client.finished(
            client.put(path, "{'secondaryVnics':[" + network.profile("blue", 16, "") + "]}"));

    assertThat(List.of(first.field("status"), second.field("status"))).containsOnly("SUCCEEDED");
    var shown = client.get(path).json();
    assertThat(
            shown.at("/nodeConfigDetails/nodePoolPodNetworkOptionDetails/maxPodsPerNode").asInt())
        .isEqualTo(31);
    assertThat(shown.has("secondaryVnics")).isFalse();
  }

  @Test
  void oneNodeInFourIsInBackoffUntilTheFaultIsOver() throws Exception {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    faults("backoff", 1);

    network.profiledPool(cluster, 4, network.profile("blue", 16, ""));

    assertThat(statuses(cluster))
        .containsOnlyOnce("BACKOFF FailedToCreatePrivateIP")
        .contains("SUCCESS COMPLETED")
        .hasSize(4);
    assertThat(conditions(cluster)).containsOnlyOnce("False KubeletNotReady").hasSize(4);
    simulator.close();
    var later = SimulatorOptions.local(0, directory, kubernetes).withFaults("none");
    try (var next = Simulator.start(later.withClock(() -> NOW.plus(Duration.ofSeconds(10))))) {
      var there = new Client(next.port());
      Client.await(() ->
          there.get("/podnet/health").status() == 200
              && !statuses(cluster).contains("BACKOFF FailedToCreatePrivateIP"));
    }
    assertThat(statuses(cluster)).containsOnly("SUCCESS COMPLETED");
  }

  @Test
  void aMissingVnicComesWhenTheFaultIsOver() throws Exception {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    faults("partial-vnics", 1);

    network.profiledPool(
        cluster, 2, network.profile("blue", 16, "") + "," + network.profile("green", 16, ""));

    assertThat(statuses(cluster))
        .containsExactlyInAnyOrder("BACKOFF FailedToAttachVnic", "SUCCESS COMPLETED");
    assertThat(attachments()).isEqualTo(5);
    simulator.close();
    var later = SimulatorOptions.local(0, directory, kubernetes).withFaults("none");
    try (var next = Simulator.start(later.withClock(() -> NOW.plus(Duration.ofSeconds(10))))) {
      client = new Client(next.port());
      Client.await(() -> attachments() == 6);
    }
    assertThat(statuses(cluster)).containsOnly("SUCCESS COMPLETED");
  }

  @Test
  void aScenarioLastsOverARestart() throws Simulator.CannotStart {
    faults("throttling", 5);
    simulator.close();
    simulator = Simulator.start(SimulatorOptions.local(0, directory, kubernetes));

    var answer = new Client(simulator.port()).get("/podnet/faults");

    assertThat(answer.json().path("scenario").asText()).isEqualTo("throttling");
    assertThat(answer.json().path("seed").asLong()).isEqualTo(5);
  }

  @Test
  void anUnknownScenarioIsASentence(@TempDir Path other) {
    var answer = client.put("/podnet/faults", "{'scenario':'earthquake'}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("message")).contains("earthquake", "throttling");
    assertThatThrownBy(() ->
            Simulator.start(
                SimulatorOptions.local(0, other, kubernetes).withFaults("throttling x")))
        .isInstanceOf(Simulator.CannotStart.class)
        .hasMessageContaining("PODNET_FAULTS is \"throttling x\"");
  }

  private void faults(String scenario, int seed) {
    var answer =
        client.put("/podnet/faults", "{'scenario':'" + scenario + "','seed':" + seed + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String cluster(Network network) {
    return body("'name':'c','kubernetesVersion':'v1.34.1','vcnId':'" + network.vcn() + "'");
  }

  private int vcns() {
    return client.get(Client.CORE + "/vcns?compartmentId=" + Client.COMPARTMENT).json().size();
  }

  private int attachments() {
    return client
        .get(Client.CORE + "/vnicAttachments?compartmentId=" + Client.COMPARTMENT)
        .json()
        .size();
  }

  private List<String> statuses(String cluster) {
    return ofKind(cluster, "NativePodNetwork").stream()
        .map(each -> Doc.of(each).doc("status"))
        .map(each -> each.text("state") + " " + each.text("reason"))
        .toList();
  }

  private List<String> conditions(String cluster) {
    return ofKind(cluster, "Node").stream()
        .map(each -> Doc.of(each).doc("status").docs("conditions").getFirst())
        .map(each -> each.text("status") + " " + each.text("reason"))
        .toList();
  }

  private List<Map<String, Object>> ofKind(String cluster, String kind) {
    return kubernetes.objects(cluster).values().stream()
        .filter(each -> kind.equals(each.get("kind")))
        .toList();
  }
}
