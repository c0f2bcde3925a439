package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLifeTest {
  @TempDir Path directory;
  private final FakeKubernetes kubernetes = new FakeKubernetes();
  private Simulator simulator;
  private Client client;

  @BeforeEach
  void start() throws Simulator.CannotStart {
    simulator = Simulator.start(SimulatorOptions.local(0, directory, kubernetes).withDelayScale(0));
    client = new Client(simulator.port());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void everythingThatWasMadeCanBeTakenAway() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool =
        client.madeBy(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(
                    cluster,
                    3,
                    "",
                    ",'secondaryVnics':[" + network.profile("blue", 32, "") + "]")));

    assertThat(client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes")).hasSize(3);
    assertThat(kubernetes.objects(cluster).keySet()).hasSize(6);
    assertThat(client.delete(Client.CORE + "/subnets/" + network.pods()).status()).isEqualTo(409);

    client.madeBy(client.delete(Client.OKE + "/nodePools/" + pool));
    client.madeBy(client.delete(Client.OKE + "/clusters/" + cluster));
    assertThat(kubernetes.has(cluster)).isFalse();
    for (String subnet : new String[] {network.endpoint(), network.workers(), network.pods()}) {
      assertThat(client.delete(Client.CORE + "/subnets/" + subnet).status()).isEqualTo(204);
    }
    assertThat(client.delete(Client.CORE + "/vcns/" + network.vcn()).status()).isEqualTo(204);
    assertThat(client.get("/podnet/resources").json()).isEmpty();
  }
}
