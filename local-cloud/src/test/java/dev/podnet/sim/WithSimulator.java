package dev.podnet.sim;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulator whose transitions are immediate, whose clock stands still and whose ids are always
 * the same.
 */
abstract class WithSimulator {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @TempDir Path directory;
  final FakeKubernetes kubernetes = new FakeKubernetes();
  Simulator simulator;
  Client client;

  @BeforeEach
  void start() throws Simulator.CannotStart {
    simulator =
        Simulator.start(
            SimulatorOptions.local(0, directory, kubernetes)
                .withDelayScale(0)
                .withClock(InstantSource.fixed(NOW)));
    client = new Client(simulator.port());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  /** A body within the compartment; single quotes stand for double ones. */
  static String body(String fields) {
    return "{'compartmentId':'"
        + Client.COMPARTMENT
        + "'"
        + (fields.isEmpty() ? "" : "," + fields)
        + "}";
  }
}
