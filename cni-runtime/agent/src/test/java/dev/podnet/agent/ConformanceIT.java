package dev.podnet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.cni.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's verbs, by libcni's own cnitool and by hand where cnitool says too little. */
class ConformanceIT {
  private static final String TOOLS = Shell.run("../bench/tools").lines().toList().getLast();

  private final Vcn vcn = new Vcn();
  @TempDir Path folder;
  private @Nullable Node started;

  @BeforeEach
  void start() throws Exception {
    Node node = new Node(vcn.node(1), folder);
    started = node;
    node.source(Vcn.nativePodNetwork(1, true, true));
    node.start();
    Shell.run("cp " + Node.Plugin.FILE + " " + folder);
  }

  @AfterEach
  void removeAll() throws Exception {
    node().kill();
    vcn.close();
  }

  private Node node() {
    return Objects.requireNonNull(started);
  }

  /** In the node's namespace, because portmap works on the host that it is run on. */
  private Shell.Done cnitool(String verb, String pod, String version, String more)
      throws Exception {
    Files.writeString(
        folder.resolve("10-oci.conflist"),
        "{\"cniVersion\":\""
            + version
            + "\",\"name\":\"oci\",\"plugins\":[{\"type\":\"podnet-cni\"}"
            + more
            + "]}");
    return Shell.attempt(
        "export NETCONFPATH="
            + folder
            + " CNI_PATH="
            + folder
            + ":"
            + TOOLS
            + " PODNET_CNI_SOCKET="
            + folder
            + "/agent.sock CNI_IFNAME=eth0"
            + " CAP_ARGS='{\"portMappings\":[{\"hostPort\":8080,\"containerPort\":80,\"protocol\":\"tcp\"}]}'\n"
            + Vcn.in(node().namespace, TOOLS + "/cnitool " + verb + " oci /run/netns/" + pod));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0"})
  void everyVerbInEveryVersion(String version) throws Exception {
    String pod = node().pod("p" + version.replace(".", ""));

    Shell.Done add = cnitool("add", pod, version, "");

    assertThat(add.code()).as(add.text()).isZero();
    assertThat(new Node.Answer(0, add.text()).json()).containsEntry("cniVersion", version);
    assertThat(new Node.Answer(0, add.text()).ips()).hasSize(2);
    if (!version.startsWith("0.3")) {
      Shell.Done check = cnitool("check", pod, version, "");
      assertThat(check.code()).as(check.text()).isZero();
    }
    if (version.equals("1.1.0")) {
      assertThat(cnitool("status", pod, version, "").code()).isZero();
    }
    for (int i = 0; i < 3; i++) {
      Shell.Done del = cnitool("del", pod, version, "");
      assertThat(del.code()).as(del.text()).isZero();
    }
    assertThat(Kernel.ofPods(node().namespace)).allMatch(line -> line.startsWith("link"));
  }

  @Test
  void portmapComesBehind() throws Exception {
    String pod = node().pod("p1");
    String portmap = ",{\"type\":\"portmap\",\"capabilities\":{\"portMappings\":true}}";

    Shell.Done add = cnitool("add", pod, "1.0.0", portmap);

    assertThat(add.code()).as(add.text()).isZero();
    assertThat(cnitool("check", pod, "1.0.0", portmap).code()).isZero();
    assertThat(Shell.run(Vcn.in(node().namespace, "iptables-save -t nat")))
        .contains("--dport 8080")
        .contains(":80");
    assertThat(cnitool("del", pod, "1.0.0", portmap).code()).isZero();
    assertThat(Shell.run(Vcn.in(node().namespace, "iptables-save -t nat")))
        .doesNotContain("--dport 8080");
  }

  @Test
  void delNeedsNeitherNamespaceNorPreviousResult() {
    String pod = node().pod("p1");
    node().add(pod, "frontend");
    Shell.run("ip netns del " + pod);

    assertThat(node().del(pod).code()).isZero();
    Map<String, String> without = Map.of("CNI_CONTAINERID", "unheard-of", "CNI_IFNAME", "eth0");
    assertThat(node().call("DEL", without, Node.conf("1.0.0", "", "")).code()).isZero();
  }

  @Test
  void checkSaysWhatHasChanged() throws Exception {
    String pod = node().pod("p1");
    Node.Answer added = node().add(pod, "frontend");
    String conf = Node.conf("1.0.0", "frontend", ",\"prevResult\":" + added.text());

    Shell.run("ip -n " + pod + " addr flush dev eth0");
    Node.Answer withoutAddress = node().call("CHECK", pod, conf);
    Shell.run("ip -n " + node().namespace + " route flush table 17800");
    Node.Answer withoutRoute = node().call("CHECK", pod, conf);

    assertThat(withoutAddress.code()).isEqualTo(103);
    assertThat(withoutAddress.text()).contains("the pod's interface has");
    assertThat(withoutRoute.text()).contains("the host lacks the route to");
    assertThat(node().call("CHECK", pod, Node.conf("1.0.0", "", "")).code()).isEqualTo(7);
    assertThat(node().call("CHECK", node().pod("p2"), conf).code()).isEqualTo(3);
  }

  @Test
  void gcLeavesWhatIsNamedAndWhatIsOfOthers() throws Exception {
    String stays = node().pod("stays");
    String goes = node().pod("goes");
    node().add(stays, "frontend");
    node().add(goes, "frontend");
    Shell.run("ip -n " + node().namespace + " link add other type bridge");
    Node.Answer missing = node().call("GC", Map.of(), Node.conf("1.1.0", "", ""));

    Node.Answer gc =
        node()
            .call(
                "GC",
                Map.of(),
                Node.conf(
                    "1.1.0",
                    "",
                    ",\"cni.dev/valid-attachments\":[{\"containerID\":\""
                        + stays
                        + "\",\"ifname\":\"eth0\"},{\"containerID\":\"foreign\",\"ifname\":\"eth0\"}]"));

    assertThat(missing.code()).isEqualTo(7);
    assertThat(gc.code()).as(gc.text()).isZero();
    node().await(() -> Kernel.ofPods(node().namespace).size() == 5, "one pod");
    assertThat(Shell.run("ip -n " + node().namespace + " link show other")).contains("other");
  }

  @Test
  void anExhaustedProfileIsToldAndStatusWhenAllAre() {
    for (int i = 0; i < 16; i++) {
      assertThat(node().add(node().pod("f" + i), "frontend").code()).isZero();
    }
    Node.Answer full = node().add(node().pod("full"), "frontend");
    assertThat(full.code()).isEqualTo(11);
    assertThat(full.text()).contains("frontend has 16 addresses, 16 in use");
    assertThat(node().call("STATUS", Map.of(), Node.conf("1.1.0", "", "")).code()).isZero();
    assertThat(node().add(node().pod("none"), "absent").code()).isEqualTo(104);

    for (int i = 0; i < 16; i++) {
      assertThat(node().add(node().pod("b" + i), "backend").code()).isZero();
    }

    assertThat(node().call("STATUS", Map.of(), Node.conf("1.1.0", "", "")).code()).isEqualTo(50);
  }

  @Test
  void anInterfaceThatIsThereAlreadyIsNotTouched() {
    String pod = node().pod("p1");
    Shell.run("ip -n " + pod + " link add eth0 type bridge");

    Node.Answer answer = node().add(pod, "frontend");

    assertThat(answer.code()).as(answer.text()).isEqualTo(100);
    assertThat(answer.text()).contains("has an interface eth0 already");
    assertThat(Shell.run("ip -n " + pod + " -d link show eth0")).contains("bridge");
    assertThat(Kernel.ofPods(node().namespace)).isEmpty();
  }

  @Test
  void badInputIsAnErrorAndLeavesNothing() throws Exception {
    String pod = node().pod("p1");
    Map<String, String> good =
        Map.of("CNI_CONTAINERID", "c1", "CNI_IFNAME", "eth0", "CNI_NETNS", "/run/netns/" + pod);
    List<Node.Answer> answers =
        List.of(
            node().call("ADD", good, "garbage"),
            node().call("ADD", good, "{\"cniVersion\":\"9.9.9\",\"name\":\"oci\"}"),
            node().call("ADD", good, "{\"a\":".repeat(5000)),
            node().call("ADD", Map.of("CNI_CONTAINERID", "../x"), Node.conf("1.0.0", "", "")),
            node().call("ADD", "../../proc/self/ns/net", Node.conf("1.0.0", "", "")),
            node().call("ADD", "gone", Node.conf("1.0.0", "", "")));

    assertThat(answers).extracting(Node.Answer::code).containsExactly(6, 1, 6, 4, 4, 101);
    assertThat(answers).allMatch(answer -> Json.text(answer.json(), "msg").isPresent());
    assertThat(Kernel.ofPods(node().namespace)).isEmpty();
    assertThat(node().add(pod, "frontend").code()).isZero();
  }

  /** The plugin runs as root anywhere; handing over the host's own namespace must not wreck it. */
  @Test
  void theHostsOwnNamespaceIsRefused() {
    Map<String, String> environment =
        Map.of(
            "CNI_CONTAINERID", "c1",
            "CNI_IFNAME", "eth0",
            "CNI_NETNS", "/run/netns/" + node().namespace);

    Node.Answer answer = node().call("ADD", environment, Node.conf("1.0.0", "", ""));

    assertThat(answer.code()).isEqualTo(101);
    assertThat(answer.text()).contains("host's own");
  }

  @Test
  void nobodyButRootIsServed() {
    Shell.run("chmod 777 " + folder + "; chmod 666 " + folder + "/agent.sock");

    Shell.Done done =
        Shell.attempt(
            "cp "
                + Node.Plugin.FILE
                + " /tmp/"
                + vcn.prefix
                + "cni\n"
                + "echo '{}' | CNI_COMMAND=STATUS PODNET_CNI_SOCKET="
                + folder
                + "/agent.sock setpriv --reuid=65534 --regid=65534 --clear-groups /tmp/"
                + vcn.prefix
                + "cni || echo code $?\nrm /tmp/"
                + vcn.prefix
                + "cni");

    assertThat(done.text()).contains("code 50");
    assertThat(node().log()).contains("user 65534 called the agent's socket and was turned away");
  }
}
