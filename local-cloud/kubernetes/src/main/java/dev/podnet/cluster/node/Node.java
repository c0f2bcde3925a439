package dev.podnet.cluster.node;

import dev.podnet.cluster.control.Credentials;
import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import dev.podnet.cluster.process.Processes;
import dev.podnet.cluster.process.RunningProcess;
import dev.podnet.cluster.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One node: network, mount, process and host name namespaces in which containerd, kubelet and
 * kube-proxy run as on a machine of their own, at the usual paths. It lies in memory and is gone,
 * with everything its pods were, when its first process ends.
 */
public final class Node {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final NodeOptions options;
  private final NodeNetwork network;
  private final Processes processes;
  private final RunningProcess holder;

  private Node(
      NodeOptions options, NodeNetwork network, Processes processes, RunningProcess holder) {
    this.options = options;
    this.network = network;
    this.processes = processes;
    this.holder = holder;
  }

  static Node start(
      Path folder,
      NodeOptions options,
      NodeNetwork network,
      Credentials credentials,
      Programs programs,
      List<Path> images) {
    Path own = folder.resolve("nodes").resolve(options.name());
    Path etc = own.resolve("etc");
    Path script = own.resolve("machine.sh");
    try {
      Files.createDirectories(own.resolve("machine"));
      Files.createDirectories(etc);
      Files.writeString(script, NodeFiles.resource("machine.sh"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ControlGroups.create(network.namespace());
    new NodeFiles(etc, options, network).write(credentials, network.namespace());
    var processes = new Processes(folder);
    RunningProcess holder =
        processes.start(
            options.name() + "-machine",
            Commands.inNamespace(
                network.namespace(),
                // The first process dies with its parent, and every other one with the first.
                List.of(
                    "unshare",
                    "--mount",
                    "--propagation=private",
                    "--pid",
                    "--uts",
                    "--fork",
                    "--kill-child",
                    "sh",
                    script.toString(),
                    own.toString(),
                    programs.folder().toString(),
                    options.name())));
    var node = new Node(options, network, processes, holder);
    node.startPrograms(images);
    return node;
  }

  private void startPrograms(List<Path> images) {
    await(() -> Files.exists(root().resolve("run/podnet-machine/ready")), holder);
    if (options.bridge()) {
      exec("cp", "/etc/kubernetes/10-bridge.conflist", "/etc/cni/net.d/").orThrow();
    }
    RunningProcess runtime =
        run("containerd", "containerd", "-c", "/etc/kubernetes/containerd.toml");
    await(() -> exec("ctr", "version").ok(), runtime);
    images.forEach(this::importImage);
    startKubelet();
    run("proxy", "/opt/podnet/kube-proxy", "--config=/etc/kubernetes/proxy.yaml");
  }

  private void startKubelet() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "echo $$ > /run/kubelet.pid && exec \"$@\"",
                "sh",
                "/opt/podnet/kubelet",
                "--config=/etc/kubernetes/kubelet.yaml",
                "--kubeconfig=/etc/kubernetes/kubelet.kubeconfig",
                "--hostname-override=" + options.name(),
                "--node-ip=" + network.address()));
    if (!options.labels().isEmpty()) {
      command.add(
          options.labels().entrySet().stream()
              .map(label -> label.getKey() + "=" + label.getValue())
              .sorted()
              .collect(Collectors.joining(",", "--node-labels=", "")));
    }
    run("kubelet", command.toArray(String[]::new));
  }

  /** Kills the kubelet and starts it again; pods go on meanwhile. */
  public void restartKubelet() {
    exec("sh", "-c", "kill -9 $(cat /run/kubelet.pid)").orThrow();
    startKubelet();
  }

  public String name() {
    return options.name();
  }

  /** As the other nodes and the API server reach it. */
  public String address() {
    return network.address();
  }

  /** The name of its network namespace, for {@code ip -n}: links added there are the node's. */
  public String namespace() {
    return network.namespace();
  }

  /** The node's file system, as seen from outside: {@code node.root().resolve("etc/cni/net.d")}. */
  public Path root() {
    return Path.of("/proc", Long.toString(first()), "root");
  }

  /** The number of its first process, as the machine counts. */
  public long first() {
    return ProcessHandle.of(holder.pid())
        .flatMap(handle -> handle.children().findFirst())
        .map(ProcessHandle::pid)
        .orElse(0L);
  }

  /** Runs a command on the node. */
  public Outcome exec(String... command) {
    return Commands.run(inside(List.of(command)), "");
  }

  /** Starts a program on the node that runs until it or the node ends; see {@link #log}. */
  public RunningProcess run(String name, String... command) {
    return processes.start(options.name() + "-" + name, inside(List.of(command)));
  }

  /**
   * Where the output of {@code machine}, {@code containerd}, {@code kubelet} or {@link #run} goes.
   */
  public Path log(String program) {
    return processes.log(options.name() + "-" + program);
  }

  /** Makes an archive's images known to the node; pods use them with imagePullPolicy Never. */
  public void importImage(Path archive) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "file=$1 && shift && exec \"$@\" < \"$file\"",
                "sh",
                archive.toString()));
    command.addAll(inside(List.of("ctr", "--namespace=k8s.io", "images", "import", "-")));
    Commands.run(command, "").orThrow();
  }

  NodeNetwork network() {
    return network;
  }

  private List<String> inside(List<String> command) {
    long first = first();
    if (first == 0) {
      throw new ClusterException(
          "The node " + name() + " has ended; " + log("machine") + " may tell why.");
    }
    List<String> entered =
        new ArrayList<>(
            List.of("nsenter", "--target=" + first, "--mount", "--net", "--pid", "--uts"));
    entered.addAll(command);
    return entered;
  }

  private static void await(BooleanSupplier condition, RunningProcess needed) {
    if (!Waiting.until(
        DEADLINE,
        () -> {
          needed.requireAlive();
          return condition.getAsBoolean();
        })) {
      throw needed.failed("is not ready after " + DEADLINE.toSeconds() + " s");
    }
  }
}
