package dev.podnet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether every packet of every pod leaves by the VNIC that owns its source. */
class DataPathIT {
  private final Vcn vcn = new Vcn();
  private final List<Node> nodes = new ArrayList<>();

  /** Pods by name, and the addresses they got. */
  private final Map<String, List<String>> pods = new LinkedHashMap<>();

  @TempDir Path folder;

  @BeforeEach
  void addNodes() throws Exception {
    for (int node = 1; node <= 2; node++) {
      nodes.add(new Node(vcn.node(node), folder.resolve("n" + node)));
    }
  }

  @AfterEach
  void removeAll() throws Exception {
    for (Node node : nodes) {
      node.kill();
    }
    vcn.close();
  }

  private void start(boolean v4, boolean v6) throws Exception {
    for (int node = 1; node <= 2; node++) {
      nodes.get(node - 1).source(Vcn.nativePodNetwork(node, v4, v6));
      nodes.get(node - 1).start();
    }
    for (Node node : nodes) {
      for (String name : List.of("frontend1", "frontend2", "backend")) {
        String pod = node.pod(name);
        Node.Answer answer = node.add(pod, name.replaceAll("\\d", ""));
        assertThat(answer.code()).as(answer.text() + node.log()).isZero();
        pods.put(pod, answer.ips());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void everybodyReachesEverybodyAndNothingLeavesByAnothersVnic(boolean v4, boolean v6)
      throws Exception {
    start(v4, v6);

    List<String> lost = new ArrayList<>();
    Map<String, List<String>> targets = new LinkedHashMap<>(pods);
    for (int node = 1; node <= 2; node++) {
      List<String> own = new ArrayList<>();
      if (v4) {
        own.add(Vcn.host4(node, 0));
      }
      if (v6) {
        own.add(Vcn.host6(node, 0));
      }
      targets.put(vcn.node(node), own);
    }
    targets.forEach((from, own) -> targets.forEach((to, ips) -> lost.addAll(ping(from, ips))));

    assertThat(pods.values()).allMatch(ips -> ips.size() == (v4 && v6 ? 2 : 1));
    assertThat(lost).as(this::tables).isEmpty();
    assertThat(vcn.dropped()).isZero();
  }

  /** The oracle itself: without the rule packets leave by the primary VNIC and die there. */
  @Test
  void withoutTheRuleTheSourceCheckDropsThem() throws Exception {
    start(true, false);
    String pod = vcn.node(1) + "-frontend1";
    String other = vcn.node(2) + "-frontend1";
    Shell.run("ip -n " + vcn.node(1) + " rule del pref 520 from 10.0.1.0/24");

    List<String> lost = ping(pod, pods.getOrDefault(other, List.of()));

    assertThat(lost).hasSize(1);
    assertThat(vcn.dropped()).isPositive();
  }

  private static List<String> ping(String from, List<String> ips) {
    List<String> lost = new ArrayList<>();
    for (String ip : ips) {
      if (Shell.attempt(Vcn.in(from, "ping -q -c 1 -W 2 " + ip)).code() != 0) {
        lost.add(from + " to " + ip);
      }
    }
    return lost;
  }

  private String tables() {
    return Shell.attempt(
            "ip -n "
                + vcn.node(1)
                + " rule; ip -n "
                + vcn.node(1)
                + " route show table all; ip -n "
                + vcn.node(1)
                + " -6 rule; ip -n "
                + vcn.node(1)
                + " -6 route show table all;"
                + " ip -n "
                + vcn.node(1)
                + "-frontend1 -6 route; ip -n "
                + vcn.node(1)
                + "-frontend1 -6 neigh")
        .text();
  }
}
