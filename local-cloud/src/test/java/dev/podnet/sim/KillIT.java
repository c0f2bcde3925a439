package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
  private static final double SLOW = 5;

  @TempDir Path directory;

  @Test
  void aClusterThatWasBeingMadeIsFinishedAfterAKill() {
    String cluster;
    Network network;
    try (var first = SimulatorProcess.start(directory, SLOW)) {
      network = Network.create(first.client());
      var accepted =
          first
              .client()
              .post(
                  Client.OKE + "/clusters",
                  "{'name':'c','compartmentId':'%s','vcnId':'%s','kubernetesVersion':'v1.34.1'}"
                      .formatted(Client.COMPARTMENT, network.vcn()));
      assertThat(accepted.status()).isEqualTo(202);
      cluster =
          first
              .client()
              .get(Client.OKE + "/clusters?compartmentId=" + Client.COMPARTMENT)
              .json()
              .path(0)
              .path("id")
              .asText();
      first.kill();
    }

    try (var second = SimulatorProcess.start(directory, SLOW)) {
      var client = second.client();
      var requests = client.get(Client.OKE + "/workRequests?compartmentId=" + Client.COMPARTMENT);
      client.finished(
          new Client.Answer(
              202, Map.of("opc-work-request-id", requests.json().path(0).path("id").asText()), ""));
      assertThat(client.get(Client.OKE + "/clusters/" + cluster).field("lifecycleState"))
          .isEqualTo("ACTIVE");
      assertThat(client.get(Client.CORE + "/vcns/" + network.vcn()).status()).isEqualTo(200);
    }
  }

  @Test
  void everyAnsweredCreationSurvivesAKillInTheMiddleOfOthers() throws InterruptedException {
    var answered = new ConcurrentLinkedQueue<String>();
    var stop = new AtomicBoolean();
    try (var first = SimulatorProcess.start(directory, 0)) {
      var writers = new Thread[4];
      for (int i = 0; i < writers.length; i++) {
        writers[i] = Thread.ofVirtual().start(() -> createUntil(first.client(), stop, answered));
      }
      while (answered.size() < 200) {
        Thread.onSpinWait();
      }
      first.kill();
      stop.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
    }

    try (var second = SimulatorProcess.start(directory, 0)) {
      for (String vcn : answered) {
        assertThat(second.client().get(Client.CORE + "/vcns/" + vcn).status()).isEqualTo(200);
      }
    }
  }

  private static void createUntil(
      Client client, AtomicBoolean stop, ConcurrentLinkedQueue<String> answered) {
    String request = "{'compartmentId':'" + Client.COMPARTMENT + "','cidrBlock':'10.0.0.0/16'}";
    try {
      while (!stop.get()) {
        var answer = client.post(Client.CORE + "/vcns", request);
        if (answer.status() == 200) {
          answered.add(answer.id());
        }
      }
    } catch (UncheckedIOException e) {
      // The process is gone, as planned.
      stop.set(true);
    }
  }
}
