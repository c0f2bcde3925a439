package dev.podnet.sim;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How to run a simulator.
 *
 * @param port on the loopback interface; 0 takes any free one
 * @param stateDirectory where {@code cloud.mv.db} is kept
 * @param delayScale what every lifecycle delay is multiplied with; 0 makes all transitions
 *     immediate
 * @param clock the time that answers show
 * @param seed of all ids
 * @param faults scenario and perhaps a seed; empty for those of last time
 */
public record SimulatorOptions(
    int port,
    Path stateDirectory,
    KubernetesApis kubernetes,
    double delayScale,
    InstantSource clock,
    long seed,
    String faults) {

  /** Local use: the machine's clock, delays as in the catalog. */
  public static SimulatorOptions local(int port, Path stateDirectory, KubernetesApis kubernetes) {
    return new SimulatorOptions(port, stateDirectory, kubernetes, 1, InstantSource.system(), 1, "");
  }

  public SimulatorOptions withDelayScale(double scale) {
    return new SimulatorOptions(port, stateDirectory, kubernetes, scale, clock, seed, faults);
  }

  public SimulatorOptions withClock(InstantSource other) {
    return new SimulatorOptions(port, stateDirectory, kubernetes, delayScale, other, seed, faults);
  }

  public SimulatorOptions withFaults(String other) {
    return new SimulatorOptions(port, stateDirectory, kubernetes, delayScale, clock, seed, other);
  }
}
