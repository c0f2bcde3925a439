package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podnet.sim.model.Doc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of nodes after their launch. */
class NodeLifeTest extends WithSimulator {
  private static final String CYCLING =
      "'nodePoolCyclingDetails':{'isNodeCyclingEnabled':true,'maximumSurge':'%s'}";

  @Test
  void thePodNetworkOfANodeComesAfterTheNode(@TempDir Path other) throws Exception {
    var now = new AtomicReference<>(NOW);
    var options = SimulatorOptions.local(0, other, kubernetes).withClock(now::get);
    try (var slow = Simulator.start(options)) {
      var there = new Client(slow.port());
      var network = Network.create(there);
      String cluster = later(now, there, there.post(Client.OKE + "/clusters", request(network)));
      var _ =
          later(
              now,
              there,
              there.post(
                  Client.OKE + "/nodePools",
                  network.pool(
                      cluster,
                      1,
                      "",
                      ",'secondaryVnics':[" + network.profile("blue", 16, "") + "]")));

      assertThat(told(cluster)).containsExactly("False KubeletNotReady", "IN_PROGRESS IN_PROGRESS");
      now.set(now.get().plusMillis(300));
      Client.await(() -> told(cluster).equals(List.of("True KubeletReady", "SUCCESS COMPLETED")));
    }
  }

  @Test
  void aStoppedNodeStaysAMemberOfItsPoolAndComesBack() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 1, network.profile("blue", 16, ""));
    String node = nodes(pool).path(0).path("id").asText();

    assertThat(act(node, "STOP").field("lifecycleState")).isEqualTo("STOPPED");

    assertThat(told(cluster)).containsExactly("Unknown NodeStatusUnknown", "SUCCESS COMPLETED");
    client.madeBy(client.put(Client.OKE + "/nodePools/" + pool, "{'name':'other'}"));
    assertThat(nodes(pool)).hasSize(1);
    assertThat(nodes(pool).path(0).path("lifecycleState").asText()).isEqualTo("INACTIVE");
    assertThat(act(node, "STOP").field("code")).isEqualTo("IncorrectState");
    assertThat(act(node, "EXPLODE").field("code")).isEqualTo("InvalidParameter");
    assertThat(client.post(Client.CORE + "/instances/" + node, "{}").field("code"))
        .isEqualTo("MissingParameter");
    client.put(Client.CORE + "/instances/" + node, "{'displayName':'still stopped'}");
    assertThat(client.get(Client.CORE + "/instances/" + node).field("lifecycleState"))
        .isEqualTo("STOPPED");

    assertThat(act(node, "START").field("lifecycleState")).isEqualTo("RUNNING");
    assertThat(act(node, "SOFTRESET").field("lifecycleState")).isEqualTo("RUNNING");

    assertThat(told(cluster)).containsExactly("True KubeletReady", "SUCCESS COMPLETED");
  }

  @Test
  void cyclingReplacesTheNodesThatThePoolLaunchedAsAnother() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 2, network.profile("blue", 16, ""));
    String path = Client.OKE + "/nodePools/" + pool;
    var before = nodes(pool).findValuesAsText("id");
    var domains = nodes(pool).findValuesAsText("availabilityDomain");

    client.madeBy(client.put(path, "{" + CYCLING.formatted("1") + "}"));
    assertThat(nodes(pool).findValuesAsText("id")).isEqualTo(before);
    client.madeBy(
        client.put(
            path,
            "{'secondaryVnics':[%s,%s]}"
                .formatted(network.profile("blue", 16, ""), network.profile("red", 16, ""))));

    var after = nodes(pool);
    assertThat(after.findValuesAsText("id")).hasSize(2).doesNotContainAnyElementsOf(before);
    assertThat(after.findValuesAsText("availabilityDomain")).isEqualTo(domains);
    assertThat(attachments()).isEqualTo(6);
    assertThat(kubernetes.objects(cluster)).hasSize(4);
  }

  @Test
  void withoutSurgeAFullSubnetIsCycledToo() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    var full = Network.subnet(client, network.vcn(), "full", "10.0.2.0/27");
    String profile = "{'createVnicDetails':{'subnetId':'%s','displayName':'%s','ipCount':8}}";
    String pool = network.profiledPool(cluster, 2, profile.formatted(full, "blue"));
    String path = Client.OKE + "/nodePools/" + pool;
    String change = "{'secondaryVnics':[%s],%s}".formatted(profile.formatted(full, "red"), CYCLING);

    var surging = client.finished(client.put(path, change.formatted("1")));
    var patient = client.finished(client.put(path, change.formatted("0")));

    assertThat(surging.field("status")).isEqualTo("FAILED");
    assertThat(patient.field("status")).isEqualTo("SUCCEEDED");
  }

  @Test
  void cyclingAndMovingDoNotGoTogether() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 1, network.profile("blue", 16, ""));

    var answer =
        client.put(
            Client.OKE + "/nodePools/" + pool,
            "{'nodeConfigDetails':{'size':1,'placementConfigs':[{'availabilityDomain':'Uocm:US-ASHBURN-AD-3','subnetId':'%s'}]},%s}"
                .formatted(network.workers(), CYCLING.formatted("1")));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.field("message")).contains("cannot be in one update");
  }

  @Test
  void aNodeIsRebootedThroughItsCluster() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 1, network.profile("blue", 16, ""));
    String node = nodes(pool).path(0).path("id").asText();
    String path = Client.OKE + "/clusters/" + cluster + "/nodes/";

    var request = client.finished(client.post(path + node + "/actions/reboot", "{}"));

    assertThat(request.field("operationType")).isEqualTo("CLUSTER_NODE_REBOOT");
    assertThat(request.field("status")).isEqualTo("SUCCEEDED");
    assertThat(client.post(path + pool + "/actions/reboot", "{}").status()).isEqualTo(404);
  }

  @Test
  void anAddonFollowsItsClusterAndTheCniStays() {
    var network = Network.create(client);
    String cluster = client.madeBy(client.post(Client.OKE + "/clusters", old(network)));
    String addons = Client.OKE + "/clusters/" + cluster + "/addons/";
    var before = client.get(addons + "OciVcnIpNative").field("currentInstalledVersion");
    var proxy = client.get(addons + "KubeProxy").field("currentInstalledVersion");

    client.madeBy(
        client.put(Client.OKE + "/clusters/" + cluster, "{'kubernetesVersion':'v1.34.1'}"));
    client.madeBy(client.put(addons + "OciVcnIpNative", "{'configurations':[]}"));

    assertThat(client.get(addons + "OciVcnIpNative").field("currentInstalledVersion"))
        .isEqualTo(before);
    assertThat(client.get(addons + "KubeProxy").field("currentInstalledVersion"))
        .isNotEqualTo(proxy);
  }

  @Test
  void instancesJoinAndLeaveAnInstancePool() {
    var instances = new Instances(client, Network.create(client));
    String pool = instances.pool(instances.configuration(""), 1);
    String path = Client.CORE + "/instancePools/" + pool;
    String alone = client.made(Client.CORE + "/instances", instances.instance(""));
    String first = members(path).path(0).path("id").asText();

    assertThat(client.post(path + "/instances", "{'instanceId':'" + alone + "'}").status())
        .isEqualTo(200);
    assertThat(client.post(path + "/instances", "{'instanceId':'" + alone + "'}").status())
        .isEqualTo(404);
    assertThat(client.get(path).json().path("size").asInt()).isEqualTo(2);
    client.post(path + "/actions/stop", "{}");
    assertThat(members(path).findValuesAsText("state")).containsOnly("Stopped");
    assertThat(client.get(path).field("lifecycleState")).isEqualTo("STOPPED");
    client.post(path + "/actions/start", "{}");
    assertThat(client.get(path + "/instances/" + alone).field("state")).isEqualTo("Running");

    String leave = "{'instanceId':'%s','isDecrementSize':%s,'isAutoTerminate':%s}";
    client.post(path + "/actions/detachInstance", leave.formatted(alone, true, false));
    client.post(path + "/actions/detachInstance", leave.formatted(first, false, true));

    assertThat(client.get(Client.CORE + "/instances/" + alone).field("lifecycleState"))
        .isEqualTo("RUNNING");
    assertThat(client.get(Client.CORE + "/instances/" + first).status()).isEqualTo(404);
    assertThat(members(path)).hasSize(1);
    assertThat(members(path).path(0).path("id").asText()).isNotIn(alone, first);
  }

  private Client.Answer act(String instance, String action) {
    return client.post(Client.CORE + "/instances/" + instance + "?action=" + action, "{}");
  }

  private JsonNode nodes(String pool) {
    return client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes");
  }

  private JsonNode members(String path) {
    return client.get(path + "/instances?compartmentId=" + Client.COMPARTMENT).json();
  }

  private int attachments() {
    return client
        .get(Client.CORE + "/vnicAttachments?compartmentId=" + Client.COMPARTMENT)
        .json()
        .size();
  }

  /** What Kubernetes knows of the only node: its condition, and the state of its network. */
  private List<String> told(String cluster) {
    return kubernetes.objects(cluster).values().stream()
        .map(each -> Doc.of(each))
        .sorted((one, other) -> other.need("kind").compareTo(one.need("kind")))
        .map(each -> each.doc("status"))
        .map(each ->
            each.has("conditions")
                ? each.docs("conditions").getFirst().text("status")
                    + " "
                    + each.docs("conditions").getFirst().text("reason")
                : each.text("state") + " " + each.text("reason"))
        .toList();
  }

  private static String request(Network network) {
    return body(
        "'name':'c','kubernetesVersion':'v1.34.1','vcnId':'"
            + network.vcn()
            + "','type':'ENHANCED_CLUSTER','clusterPodNetworkOptions':[{'cniType':'OCI_VCN_IP_NATIVE'}]");
  }

  private static String old(Network network) {
    return request(network).replace("v1.34.1", "v1.33.1");
  }

  /** Lets the time pass that the work takes; the OCID of what it made. */
  private static String later(AtomicReference<Instant> now, Client client, Client.Answer accepted) {
    now.set(now.get().plusMillis(500));
    return client.madeBy(accepted);
  }
}
