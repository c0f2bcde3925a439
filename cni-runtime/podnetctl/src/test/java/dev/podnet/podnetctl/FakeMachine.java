package dev.podnet.podnetctl;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that has what the test says. */
record FakeMachine(
    Path root,
    Map<String, String> environment,
    Map<String, String> programs,
    Set<Long> processes,
    Set<Integer> ports)
    implements Machine {

  static FakeMachine bare(Path root) {
    return new FakeMachine(root, Map.of(), Map.of(), Set.of(), Set.of());
  }

  FakeMachine with(Map<String, String> allPrograms) {
    return new FakeMachine(root, environment, allPrograms, processes, ports);
  }

  FakeMachine running(long pid, Set<Integer> listening) {
    return new FakeMachine(root, environment, programs, Set.of(pid), listening);
  }

  @Override
  public Optional<String> output(String... command) {
    return Optional.ofNullable(programs.get(command[0]));
  }

  @Override
  public boolean isAlive(long pid) {
    return processes.contains(pid);
  }

  @Override
  public boolean listens(int port) {
    return ports.contains(port);
  }
}
