package dev.podnet.cluster;

import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code kubectl}, as one user of one cluster. */
public final class Kubectl {
  private final List<String> start;

  Kubectl(String program, String namespace, Path kubeconfig) {
    this.start = Commands.inNamespace(namespace, List.of(program, "--kubeconfig=" + kubeconfig));
  }

  /** Runs it to its end; a refusal is an outcome too. */
  public Outcome run(String... arguments) {
    return run(List.of(arguments), "");
  }

  /** Runs it with something on its standard input, such as a manifest for {@code apply -f -}. */
  public Outcome run(List<String> arguments, String input) {
    List<String> command = new ArrayList<>(start);
    command.addAll(arguments);
    return Commands.run(command, input);
  }

  /** What it prints; a refusal is an exception. */
  public String get(String... arguments) {
    return run(arguments).orThrow();
  }

  /** Creates or changes the objects of a manifest, by server-side apply. */
  public void apply(String manifest) {
    run(List.of("apply", "--server-side", "-f", "-"), manifest).orThrow();
  }
}
