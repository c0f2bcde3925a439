package dev.podnet.localcloud;

import dev.podnet.kubernetes.EmbeddedKubernetes;
import dev.podnet.sim.Simulator;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * {@code java … dev.podnet.localcloud.Main <state directory>} runs until it is asked to end; {@code
 * … <state directory> snapshot|restore <file>} does that with a cloud that does not run.
 */
public final class Main {
  private Main() {}

  /** Exit code 1 and one sentence when the local cloud cannot start. */
  public static void main(String[] args) throws InterruptedException {
    // gRPC and Pulumi's classes use the common pool; on two cores it would have one thread.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "4");
    Path state = Path.of(args.length > 0 ? args[0] : "local-cloud/.state").toAbsolutePath();
    try {
      if (args.length == 3) {
        snapshot(state, args[1], Path.of(args[2]));
        return;
      }
      LocalCloud cloud = LocalCloud.start(state, System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
      System.out.println("The local cloud is ready: " + cloud.ready());
      new CountDownLatch(1).await();
    } catch (StateDirectory.InUse
        | EmbeddedKubernetes.Unavailable
        | Simulator.CannotStart
        | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void snapshot(Path state, String verb, Path file) throws StateDirectory.InUse {
    try (StateDirectory directory = StateDirectory.own(state)) {
      var snapshots = new Snapshots(directory, state);
      if (verb.equals("restore")) {
        snapshots.restore(file);
      } else {
        snapshots.take(file);
      }
    } catch (Snapshot.Refused e) {
      System.err.println(
          verb.equals("restore")
              ? "The snapshot " + file + " was not restored: " + e.getMessage()
              : "No snapshot was taken: " + e.getMessage());
      System.exit(1);
    }
  }
}
