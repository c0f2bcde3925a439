package dev.podnet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The agent dies between any two of its steps, and nothing is lost and nothing is left. */
class CrashIT {
  private final Vcn vcn = new Vcn();

  @TempDir Path folder;
  private @Nullable Node node;

  private Node node() throws Exception {
    Node made = new Node(vcn.node(1), folder);
    made.source(Vcn.nativePodNetwork(1, true, true));
    node = made;
    return made;
  }

  @AfterEach
  void removeAll() throws Exception {
    if (node != null) {
      node.kill();
    }
    vcn.close();
  }

  private static void expectNothing(Node node) throws InterruptedException {
    node.await(() -> Kernel.ofPods(node.namespace).isEmpty(), "nothing of pods");
  }

  @ParameterizedTest
  @EnumSource(names = "ADD.*", mode = Mode.MATCH_ALL)
  void anAddThatTheAgentDiedOverIsDoneByTheNextAgent(CrashPoint point) throws Exception {
    Node node = node();
    node.start("-Dpodnet.crash=" + point);
    String pod = node.pod("p1");
    CompletableFuture<Node.Answer> answer =
        CompletableFuture.supplyAsync(() -> node.add(pod, "frontend"));
    awaitDeath(node);

    node.start();

    Node.Answer added = answer.get(30, TimeUnit.SECONDS);
    assertThat(added.code()).as(added.text() + node.log()).isZero();
    assertThat(ping(pod)).as("the node is reached").isZero();
    assertThat(check(node, pod, added).code()).isZero();
    assertThat(Kernel.ofPods(node.namespace)).hasSize(5);
    assertThat(node.del(pod).code()).isZero();
    expectNothing(node);
  }

  @ParameterizedTest
  @EnumSource(names = "(DEL|REAP).*", mode = Mode.MATCH_ALL)
  void aDelThatTheAgentDiedOverLeavesNothing(CrashPoint point) throws Exception {
    Node node = node();
    node.start("-Dpodnet.crash=" + point);
    String pod = node.pod("p1");
    Node.Answer added = node.add(pod, "frontend");
    assertThat(added.code()).as(added.text()).isZero();
    List<String> vnics = Kernel.ofVnics(node.namespace);
    CompletableFuture<Node.Answer> deleted = CompletableFuture.supplyAsync(() -> node.del(pod));
    awaitDeath(node);

    node.start();

    assertThat(deleted.get(30, TimeUnit.SECONDS).code()).isZero();
    expectNothing(node);
    assertThat(Kernel.ofVnics(node.namespace)).isEqualTo(vnics);
    for (int i = 0; i < 16; i++) {
      Node.Answer again = node.add(node.pod("again" + i), "frontend");
      assertThat(again.code()).as(again.text()).isZero();
    }
  }

  @Test
  void aDelWhileNoAgentRunsIsDoneWhenItIsBack() throws Exception {
    Node node = node();
    node.start();
    String pod = node.pod("p1");
    node.add(pod, "backend");
    node.kill();

    assertThat(node.del(pod).code()).isZero();
    Process dying = node.launch("-Dpodnet.crash=SPOOL_DONE");
    assertThat(dying.waitFor(30, TimeUnit.SECONDS)).isTrue();
    node.start();

    expectNothing(node);
    try (var kept = Files.list(folder.resolve("state/del"))) {
      assertThat(kept).isEmpty();
    }
  }

  /** The journal is lost: owner and address are read from the link and its routes. */
  @Test
  void podsOutliveTheJournal() throws Exception {
    Node node = node();
    node.start();
    String pod = node.pod("p1");
    Node.Answer added = node.add(pod, "frontend");
    List<String> before = Kernel.ofPods(node.namespace);
    node.kill();
    Files.writeString(folder.resolve("state/journal"), "garbage");

    node.start();

    assertThat(Kernel.ofPods(node.namespace)).isEqualTo(before);
    assertThat(node.log()).contains("was put aside").contains("was read from its link");
    assertThat(check(node, pod, added).code()).isZero();
    assertThat(node.add(node.pod("p2"), "frontend").ips()).doesNotContainAnyElementsOf(added.ips());
    assertThat(node.del(pod).code()).isZero();
  }

  /** What somebody flushed is there again with the next agent; what is foreign is left alone. */
  @Test
  void aRestartRepairsWhatWasRemoved() throws Exception {
    Node node = node();
    node.start();
    node.add(node.pod("p1"), "frontend");
    List<String> pods = Kernel.ofPods(node.namespace);
    List<String> vnics = Kernel.ofVnics(node.namespace);
    node.kill();
    Shell.run(
        "ip -n "
            + node.namespace
            + " route flush table 17800\n"
            + "ip -n "
            + node.namespace
            + " rule flush proto 178\n"
            + "ip -n "
            + node.namespace
            + " route add 10.9.9.0/24 dev ens1 table 17800 proto 178\n"
            + "ip -n "
            + node.namespace
            + " route add 10.8.8.0/24 dev ens1 table 900\n");

    node.start();

    assertThat(Kernel.ofPods(node.namespace)).isEqualTo(pods);
    assertThat(Kernel.ofVnics(node.namespace)).isEqualTo(vnics);
    assertThat(Shell.run("ip -n " + node.namespace + " route show table 900")).contains("10.8.8.0");
  }

  private static void awaitDeath(Node node) throws InterruptedException {
    node.await(
        () -> !ProcessHandle.of(node.pid()).map(ProcessHandle::isAlive).orElse(false), "death");
  }

  private static int ping(String pod) {
    return Shell.attempt(Vcn.in(pod, "ping -q -c 1 -W 2 " + Vcn.host4(1, 0))).code();
  }

  private static Node.Answer check(Node node, String pod, Node.Answer added) {
    return node.call(
        "CHECK", pod, Node.conf("1.0.0", "frontend", ",\"prevResult\":" + added.text()));
  }
}
