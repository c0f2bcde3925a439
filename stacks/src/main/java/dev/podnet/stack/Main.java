package dev.podnet.stack;

import com.pulumi.Pulumi;
import dev.podnet.components.check.Draft;
import dev.podnet.components.data.Tables;
import dev.podnet.stack.source.EngineConfig;
import java.util.concurrent.CompletableFuture;

/** Entry point of the Pulumi program. */
public final class Main {
  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Main() {}

  public static void main(String[] args) {
    // The Pulumi runner waits in the common pool. With one thread in it, as on two cores, nothing
    // is left to run what it waits for. Must be set before the pool is first touched.
    if (System.getProperty(POOL) == null) {
      System.setProperty(POOL, "4");
    }
    // It knows nothing of the engine, so it is ready when the engine is.
    CompletableFuture<Draft> draft =
        CompletableFuture.supplyAsync(
            () -> Draft.of(EngineConfig.read(System.getenv()), Tables.catalog()),
            task -> new Thread(task, "draft").start());
    Pulumi.run(context -> new PodnetStack(context, System.getenv()).declare(draft.join()));
  }
}
