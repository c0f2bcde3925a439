package dev.podnet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.PodAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many pods come and go at once, while the agent is replaced too. */
class ChurnIT {
  private static final int CALLERS = 4;

  private final Vcn vcn = new Vcn();
  @TempDir Path folder;
  private @Nullable Node started;

  /** Addresses that pods have now, by what the agent answered. */
  private final Set<String> inUse = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void start() throws Exception {
    Node node = new Node(vcn.node(1), folder);
    started = node;
    node.source(Vcn.nativePodNetwork(1, true, true));
    node.start();
  }

  @AfterEach
  void removeAll() throws Exception {
    if (started != null) {
      started.kill();
    }
    vcn.close();
  }

  /** Each caller adds and deletes the pods of one namespace, again and again. */
  private void churn(Node node, int rounds, AtomicInteger done) throws Exception {
    List<Future<Integer>> callers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        String pod = node.pod("c" + caller);
        Callable<Integer> work =
            () -> {
              for (int round = 0; round < rounds; round++) {
                Node.Answer added = node.add(pod, round % 2 == 0 ? "frontend" : "backend");
                assertThat(added.code()).as(added.text()).isZero();
                assertThat(added.ips()).allMatch(inUse::add, "nobody else has it");
                added.ips().forEach(inUse::remove);
                assertThat(node.del(pod).code()).isZero();
                done.incrementAndGet();
              }
              return rounds;
            };
        callers.add(threads.submit(work));
      }
      for (Future<Integer> caller : callers) {
        caller.get();
      }
    }
  }

  @Test
  void agentsAreReplacedUnderLoadAndNoCallFails() throws Exception {
    Node node = Objects.requireNonNull(started);
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> load =
          thread.submit(() -> {
            churn(node, 50, done);
            return null;
          });
      for (int restart = 1; restart <= 3; restart++) {
        int until = restart * 40;
        node.await(() -> done.get() >= until || load.isDone(), "operations");
        node.kill();
        node.start();
      }
      load.get();
    }

    node.await(() -> Kernel.ofPods(node.namespace).isEmpty(), "nothing of pods");
    assertThat(keptDels()).isZero();
  }

  private long keptDels() throws IOException {
    try (Stream<Path> kept = Files.list(folder.resolve("state/del"))) {
      return kept.count();
    }
  }

  /**
   * Ten thousand: memory and descriptors do not grow, no address is given before its link is gone.
   */
  @Test
  @Tag("full")
  void tenThousandPodsLeaveNothingBehind() throws Exception {
    Node node = Objects.requireNonNull(started);
    churn(node, 500, new AtomicInteger());
    long descriptors = descriptors(node);
    long memory = memory(node);

    Shell.run(
        "ip netns list | cut -d' ' -f1 | grep '" + node.namespace + "-c' | xargs -n1 ip netns del");
    churn(node, 2000, new AtomicInteger());

    node.await(() -> Kernel.ofPods(node.namespace).isEmpty(), "nothing of pods");
    assertThat(descriptors(node)).isLessThanOrEqualTo(descriptors + 2);
    assertThat(memory(node)).as("KiB").isLessThan(memory + 10 * 1024).isLessThan(128 * 1024);
    audit();
  }

  private static long descriptors(Node node) {
    return Long.parseLong(Shell.run("ls /proc/" + java(node) + "/fd | wc -l").strip());
  }

  private static long memory(Node node) {
    return Long.parseLong(
        Shell.run("awk '/^VmRSS/ {print $2}' /proc/" + java(node) + "/status").strip());
  }

  /** {@code ip netns exec} becomes the command that it runs. */
  private static long java(Node node) {
    return node.pid();
  }

  /** The journal, read by other code than the agent's: held only after gone, in every order. */
  private void audit() {
    Set<PodAddress> taken = ConcurrentHashMap.newKeySet();
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve("state/journal"));
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      Matcher matcher =
          Pattern.compile("\\{\"op\":\"(held|gone)\"[^}]*?\"ips\":\\[\"([^\"]*)\",\"([^\"]*)\"\\]")
              .matcher(text);
      int records = 0;
      while (matcher.find()) {
        PodAddress address = PodAddress.of(Ip.of(matcher.group(2)), Ip.of(matcher.group(3)));
        boolean changed =
            matcher.group(1).equals("held") ? taken.add(address) : taken.remove(address);
        assertThat(changed).as(matcher.group()).isTrue();
        records++;
      }
      assertThat(records).isPositive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
