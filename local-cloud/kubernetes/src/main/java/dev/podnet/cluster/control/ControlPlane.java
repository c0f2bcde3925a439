package dev.podnet.cluster.control;

import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import dev.podnet.cluster.process.Processes;
import dev.podnet.cluster.process.RunningProcess;
import dev.podnet.cluster.process.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * etcd, API server, controllers and scheduler of one cluster, started in the order of their needs.
 */
public final class ControlPlane {
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Programs programs;
  private final Processes processes;
  private final Place place;
  private final Ports ports;
  private final Credentials credentials;
  private final Arguments arguments;

  private ControlPlane(
      Path folder, Programs programs, Place place, Map<String, List<String>> more) {
    this.programs = programs;
    this.processes = new Processes(folder);
    this.place = place;
    this.ports = Ports.of(folder, place);
    this.credentials =
        Credentials.in(folder, URI.create("https://" + place.address() + ":" + ports.api()));
    this.arguments = new Arguments(folder, place, ports, credentials, more);
  }

  /**
   * Starts all of it and returns when the API server is ready, the controllers have made the
   * default service account, and the scheduler is healthy. What an earlier control plane left in
   * the folder goes on.
   *
   * @param more further arguments by program, which win
   */
  public static ControlPlane start(
      Path folder, Programs programs, Place place, Map<String, List<String>> more) {
    var plane = new ControlPlane(folder, programs, place, more);
    plane.start();
    return plane;
  }

  private void start() {
    RunningProcess etcd = run("etcd", arguments.etcd());
    RunningProcess api = run("kube-apiserver", arguments.apiServer());
    await(() -> kubectl("get", "--raw=/readyz").ok(), etcd, api);
    RunningProcess controllers = run("kube-controller-manager", arguments.controllers());
    RunningProcess scheduler = run("kube-scheduler", arguments.scheduler());
    // Without it no pod can be created in the namespace.
    await(() -> kubectl("get", "serviceaccount", "default").ok(), controllers, api);
    await(() -> healthy(ports.scheduler()), scheduler);
  }

  /**
   * Starts kwok, which plays the kubelet of every node annotated {@code kwok.x-k8s.io/node: fake}.
   */
  public void startFakeKubelets() {
    run("kwok", arguments.kwok(programs.folder().resolve("kwok-stages.yaml")));
  }

  public Credentials credentials() {
    return credentials;
  }

  public Place place() {
    return place;
  }

  private RunningProcess run(String program, List<String> itsArguments) {
    List<String> command = new ArrayList<>(List.of(programs.path(program)));
    command.addAll(itsArguments);
    return processes.start(program, Commands.inNamespace(place.namespace(), command));
  }

  private static void await(BooleanSupplier condition, RunningProcess... needed) {
    if (!Waiting.until(
        DEADLINE,
        () -> {
          for (RunningProcess process : needed) {
            process.requireAlive();
          }
          return condition.getAsBoolean();
        })) {
      throw needed[0].failed("is not ready after " + DEADLINE.toMinutes() + " minutes");
    }
  }

  private boolean healthy(int port) {
    return kubectl("--server=https://127.0.0.1:" + port, "get", "--raw=/healthz").ok();
  }

  private Outcome kubectl(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(programs.path("kubectl"), "--kubeconfig=" + credentials.kubeconfig("admin")));
    command.addAll(List.of(words));
    return Commands.run(Commands.inNamespace(place.namespace(), command), "");
  }
}
