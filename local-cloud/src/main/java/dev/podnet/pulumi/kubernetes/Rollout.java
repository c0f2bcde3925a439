package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Pause;
import dev.podnet.pulumi.Session;
import dev.podnet.pulumi.Urn;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for workloads, where there is a cluster that runs them, and for deletions. */
final class Rollout {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final Session session;

  Rollout(KubernetesClient client, Session session) {
    this.client = client;
    this.session = session;
  }

  /** Waits until a Deployment or DaemonSet runs, and gives the object's last form. */
  Map<String, @Nullable Object> await(
      String urn,
      ObjectType type,
      String path,
      Map<String, @Nullable Object> object,
      double timeoutSeconds) {
    boolean workload = type.kind().equals("Deployment") || type.kind().equals("DaemonSet");
    if (!workload || skipped(object) || client.isEmbedded()) {
      return object;
    }
    long end = System.nanoTime() + patience(timeoutSeconds).toNanos();
    Map<String, @Nullable Object> now = object;
    while (!runs(type, now)) {
      if (System.nanoTime() > end) {
        throw new Failure(
            Urn.parse(urn)
                + " is made, but its pods are not ready in the time given"
                + " (customTimeouts): "
                + now.get("status")
                + ". The annotation"
                + " pulumi.com/skipAwait: \"true\" does without the wait.");
      }
      session.status(urn, "waiting for pods: " + now.get("status"));
      Pause.of(session, BETWEEN);
      KubernetesClient.Reply reply = client.send("GET", path, "", null);
      if (reply.refused()) {
        throw new Failure(Urn.parse(urn) + " could not be watched: " + reply.message());
      }
      now = reply.body();
    }
    return now;
  }

  /** Finalizers may take their time. */
  void awaitGone(String urn, String path, double timeoutSeconds) {
    long end = System.nanoTime() + patience(timeoutSeconds).toNanos();
    while (client.send("GET", path, "", null).status() != 404) {
      if (System.nanoTime() > end) {
        throw new Failure(
            Urn.parse(urn)
                + " is being deleted, but its finalizers hold it longer than the time"
                + " given (customTimeouts).");
      }
      session.status(urn, "waiting for finalizers");
      Pause.of(session, BETWEEN);
    }
  }

  private static boolean runs(ObjectType type, Map<String, @Nullable Object> object) {
    Map<?, ?> status = object.get("status") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> metadata = object.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    if (number(status, "observedGeneration") < number(metadata, "generation")) {
      return false;
    }
    if (type.kind().equals("DaemonSet")) {
      // With OnDelete old pods go on as they are: available is enough, updated is not asked for.
      return number(status, "numberAvailable") >= number(status, "desiredNumberScheduled");
    }
    Map<?, ?> spec = object.get("spec") instanceof Map<?, ?> map ? map : Map.of();
    long wanted = spec.get("replicas") == null ? 1 : number(spec, "replicas");
    return number(status, "updatedReplicas") >= wanted
        && number(status, "availableReplicas") >= wanted;
  }

  private static long number(Map<?, ?> map, String name) {
    return map.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static boolean skipped(Map<String, @Nullable Object> object) {
    return object.get("metadata") instanceof Map<?, ?> metadata
        && metadata.get("annotations") instanceof Map<?, ?> annotations
        && "true".equals(annotations.get("pulumi.com/skipAwait"));
  }

  private static Duration patience(double seconds) {
    return seconds > 0 ? Duration.ofMillis((long) (seconds * 1000)) : PATIENCE;
  }
}
