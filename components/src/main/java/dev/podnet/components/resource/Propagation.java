package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.oci.Identity.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that new policies take to be known in all of OCI. No call tells when that is, so what
 * needs them waits until a bound after their creation.
 */
final class Propagation {
  // The published provider writes times as Go prints them, the API as RFC 3339.
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?) ?(?:Z|\\+0000 UTC)");

  private final Duration bound;
  private final List<Policy> policies;

  Propagation(int seconds, List<Policy> policies) {
    this.bound = Duration.ofSeconds(seconds);
    this.policies = List.copyOf(policies);
  }

  /**
   * The value, at the end of the wait. Policies that are older than the bound, as on every later
   * run, cost nothing; a preview neither waits nor hides the value.
   */
  Output<String> settled(String value) {
    if (policies.isEmpty() || bound.isZero() || Deployment.getInstance().isDryRun()) {
      return Output.of(value);
    }
    return Output.all(policies.stream().map(Policy::timeCreated).toList())
        .apply(times -> Output.of(after(wait(times, bound, Instant.now()), value)));
  }

  /** How long to wait from now on; not at all for times that cannot be read. */
  static Duration wait(List<String> created, Duration bound, Instant now) {
    return created.stream()
        .map(TIME::matcher)
        .filter(Matcher::matches)
        .map(t -> Instant.parse(t.group(1) + "T" + t.group(2) + "Z"))
        .map(t -> Duration.between(now, t.plus(bound)))
        // A clock that runs behind must not turn the bound into hours.
        .map(left -> left.compareTo(bound) > 0 ? bound : left)
        .filter(left -> !left.isNegative())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** No thread sleeps: the runner of the program has few. */
  private static CompletableFuture<String> after(Duration wait, String value) {
    Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> value, later);
  }
}
