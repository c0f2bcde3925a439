package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances that join a cluster by themselves, where their dynamic group may. */
class SelfManagedNodeTest extends WithSimulator {
  private Network network;
  private Instances instances;
  private String cluster;

  @BeforeEach
  void makeClusterAndGroup() {
    network = Network.create(client);
    instances = new Instances(client, network);
    cluster = network.cluster("ENHANCED_CLUSTER");
    client.made(
        Client.CORE + "/dynamicGroups",
        "{'compartmentId':'%s','name':'nodes','description':'d','matchingRule':'%s'}"
            .formatted(
                PolicyTest.TENANCY,
                "ALL {instance.compartment.id=\\u0027" + Client.COMPARTMENT + "\\u0027}"));
  }

  @Test
  void aNodeThatMayJoinIsNetworkedAsItsMetadataSays() {
    allow("where { target.cluster.id = ~" + cluster + "~ }");

    String id = launch(40);

    var objects = kubernetes.objects(cluster);
    assertThat(objects.toString())
        .contains("kind=Node", "tier=web", "pods=40", id)
        .contains("kind=NativePodNetwork", "maxPodCount=40", network.pods())
        .doesNotContain("node-pool-id", "pool.name");
    assertThat(client.get(list("vnicAttachments")).json()).hasSize(1 + 2);
  }

  @Test
  void whenTheInstanceEndsItsObjectsGo() {
    allow("");
    String id = launch(31);

    client.delete(Client.CORE + "/instances/" + id);

    assertThat(kubernetes.objects(cluster)).isEmpty();
    assertThat(client.get(list("vnicAttachments")).json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where { target.cluster.id = ~ocid1.cluster.oc1.iad.other~ }",
        "where { request.principal.type = ~cluster~ }",
      })
  void aNodeThatMayNotJoinRunsOnAsAnInstance(String condition) {
    allow(condition);

    String id = launch(31);

    assertThat(kubernetes.objects(cluster)).isEmpty();
    assertThat(client.get(Client.CORE + "/instances/" + id).field("lifecycleState"))
        .isEqualTo("RUNNING");
    assertThat(client.get(list("vnicAttachments")).json()).hasSize(1);
  }

  @Test
  void withoutAnyStatementNoNodeJoins() {
    launch(31);

    assertThat(kubernetes.objects(cluster)).isEmpty();
  }

  @Test
  void aShapeWithoutRoomForThePodsVnicsGivesNoNode() {
    allow("");

    // Four OCPUs: three VNICs for pods, 31 pods each.
    launch(94);

    assertThat(kubernetes.objects(cluster)).isEmpty();
  }

  @Test
  void theNodesOfAPoolJoinAndLeaveWithIt() {
    allow("");
    String pool = instances.pool(instances.configuration(instances.joining(cluster, 31)), 2);

    assertThat(kubernetes.objects(cluster)).hasSize(4);
    client.delete(Client.CORE + "/instancePools/" + pool);
    assertThat(kubernetes.objects(cluster)).isEmpty();
  }

  @Test
  void aNodeOutlivesItsCluster() {
    allow("");
    String id = launch(31);

    client.finished(client.delete(Client.OKE + "/clusters/" + cluster));

    assertThat(client.get(Client.CORE + "/instances/" + id).field("lifecycleState"))
        .isEqualTo("RUNNING");
    assertThat(client.delete(Client.CORE + "/instances/" + id).status()).isEqualTo(204);
  }

  private String launch(int pods) {
    return client.made(
        Client.CORE + "/instances", instances.instance(instances.joining(cluster, pods)));
  }

  private void allow(String condition) {
    client.made(
        Client.CORE + "/policies",
        "{'compartmentId':'%s','name':'join','description':'d','statements':['%s']}"
            .formatted(
                Client.COMPARTMENT,
                "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment %s %s"
                    .formatted(Client.COMPARTMENT, condition)
                    .replace("~", "\\u0027")));
  }

  private static String list(String what) {
    return Client.CORE + "/" + what + "?compartmentId=" + Client.COMPARTMENT;
  }
}
