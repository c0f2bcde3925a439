package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTest extends WithSimulator {
  private Network network;
  private Instances instances;

  @BeforeEach
  void makeNetwork() {
    network = Network.create(client);
    instances = new Instances(client, network);
  }

  @Test
  void anInstanceHasItsVnicAsLongAsItRuns() {
    String id = client.made(Client.CORE + "/instances", instances.instance(""));

    assertThat(client.get(Client.CORE + "/instances/" + id).field("lifecycleState"))
        .isEqualTo("RUNNING");
    assertThat(client.get(list("vnicAttachments")).json()).hasSize(1);
    assertThat(client.delete(Client.CORE + "/subnets/" + network.workers()).status())
        .isEqualTo(409);

    assertThat(client.delete(Client.CORE + "/instances/" + id).status()).isEqualTo(204);

    assertThat(client.get(list("vnicAttachments")).json()).isEmpty();
    assertThat(client.delete(Client.CORE + "/subnets/" + network.workers()).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "VM.Standard.E4.Flex'   | VM.Unheard'       | 400 | no shape",
        "'ocpus':4.0,           | ''                | 400 | shapeConfig.ocpus",
        "US-ASHBURN-AD-1        | US-ASHBURN-AD-9   | 400 | availabilityDomain",
        "ocid1.image            | ocid1.imago       | 404 | imageId",
        "ocid1.subnet           | ocid1.sunset      | 404 | subnetId",
      })
  void whatCannotBeLaunchedIsRefused(String right, String wrong, int status, String why) {
    var answer =
        client.post(
            Client.CORE + "/instances",
            instances.instance("").replace(right.strip(), wrong.equals("''") ? "" : wrong));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(why);
  }

  @Test
  void aPoolKeepsItsSizeAndSpreadsOverItsPlacements() {
    String pool = instances.pool(instances.configuration(""), 3);

    assertThat(client.get(members(pool)).json().findValuesAsText("availabilityDomain"))
        .containsExactly("Uocm:US-ASHBURN-AD-1", "Uocm:US-ASHBURN-AD-2", "Uocm:US-ASHBURN-AD-1");

    client.put(Client.CORE + "/instancePools/" + pool, "{'size':1}");

    assertThat(client.get(members(pool)).json()).hasSize(1);
    assertThat(client.get(Client.CORE + "/instancePools/" + pool).field("lifecycleState"))
        .isEqualTo("RUNNING");

    client.delete(Client.CORE + "/instancePools/" + pool);

    assertThat(client.get(list("instances")).json()).isEmpty();
    assertThat(client.get(list("vnicAttachments")).json()).isEmpty();
  }

  @Test
  void aConfigurationInUseStays() {
    String configuration = instances.configuration("");
    String pool = instances.pool(configuration, 1);
    String path = Client.CORE + "/instanceConfigurations/" + configuration;

    assertThat(client.delete(path).status()).isEqualTo(409);
    client.delete(Client.CORE + "/instancePools/" + pool);
    assertThat(client.delete(path).status()).isEqualTo(204);
  }

  @Test
  void anotherConfigurationIsForNewInstances() {
    String pool = instances.pool(instances.configuration(""), 1);
    String other = instances.configuration(",'displayName':'other'");

    client.put(
        Client.CORE + "/instancePools/" + pool,
        "{'size':2,'instanceConfigurationId':'" + other + "'}");

    var configurations =
        client.get(members(pool)).json().findValuesAsText("instanceConfigurationId");
    assertThat(configurations).hasSize(2).doesNotHaveDuplicates().endsWith(other);
  }

  @Test
  void aConfigurationThatCannotBeLaunchedMakesNoPool() {
    String configuration = instances.configuration("");
    var answer =
        client.post(
            Client.CORE + "/instancePools",
            instances.poolRequest(configuration, 1).replace("US-ASHBURN-AD-2", "US-ASHBURN-AD-9"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(client.get(list("instances")).json()).isEmpty();
  }

  private static String members(String pool) {
    return Client.CORE
        + "/instancePools/"
        + pool
        + "/instances?compartmentId="
        + Client.COMPARTMENT;
  }

  private static String list(String what) {
    return Client.CORE + "/" + what + "?compartmentId=" + Client.COMPARTMENT;
  }
}
