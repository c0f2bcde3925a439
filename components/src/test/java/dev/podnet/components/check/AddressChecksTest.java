package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressChecksTest {

  @Test
  void aSubnetThatIsTooSmallSaysWhoNeedsWhatAndWhatWouldFit() {
    Finding finding = only(frontend(12, "10.0.32.0/24"));

    assertThat(finding.id()).isEqualTo("subnet-too-small");
    assertThat(finding.isError()).isTrue();
    assertThat(finding.reason())
        .isEqualTo(
            "'frontend' [10.0.32.0/24] has no room for 396 addresses in aligned blocks; 253 are"
                + " usable. It needs pool 'apps' 12 × (32 + 1) (nodes × addresses, a VNIC's own"
                + " after the +; nodes that an autoscaler or cycling adds are counted).");
    assertThat(finding.fix())
        .isEqualTo(
            "Give it one block of /23 or larger, or lower pool 'apps' to size 6 at most, or lower"
                + " ipCount of its profile 'frontend' to 16 at most.");
  }

  @Test
  void aSubnetThatIsEnoughOnlyAtBestIsAWarning() {
    Finding finding = only(frontend(5, "10.0.32.0/24", "no-room-to-replace"));

    assertThat(finding.id()).isEqualTo("subnet-tight");
    assertThat(finding.isError()).isFalse();
    assertThat(finding.reason()).contains("at worst 320 are out of reach");
    assertThat(finding.fix())
        .isEqualTo(
            "Give it one block of /23 or larger, or give it a second block, for VNICs' own"
                + " addresses, or lower pool 'apps' to size 3 at most, or lower ipCount of its"
                + " profile 'frontend' to 16 at most.");
  }

  @Test
  void whatIsSaidToFitFits() {
    assertThat(frontend(6, "10.0.32.0/24").ids()).doesNotContain("subnet-too-small");
    assertThat(frontend(12, "10.0.32.0/23").ids()).doesNotContain("subnet-too-small");
    assertThat(frontend(5, "10.0.32.0/23").ids()).isEmpty();
    assertThat(frontend(3, "10.0.32.0/24").ids()).isEmpty();
  }

  @Test
  void anAutoscaledPoolIsLoweredByItsMost() {
    Example example =
        frontend(1, "10.0.32.0/24").with("pools[1].autoscaled", true).with("pools[1].maxSize", 50);

    assertThat(only(example).fix()).contains("lower pool 'apps' to maxSize 6 at most");
    assertThat(only(example.with("pools[1].size", 7)).fix())
        .contains("lower pool 'apps' to size and maxSize 6 at most");
  }

  @Test
  void cyclingNeedsRoomForItsSurge() {
    Example example = frontend(6, "10.0.32.0/24").with("allow", allow("subnet-tight"));

    assertThat(example.with("pools[1].cycling.maximumSurge", "1").findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("subnet-too-small", "podnet:network.subnets[4].cidrs"));
    assertThat(
            example.with("pools[1].cycling.cycleModes", Example.yaml("[bootVolumeReplace]")).ids())
        .doesNotContain("subnet-too-small");
  }

  @Test
  void ofASubnetWhoseBlocksAreNotKnownNothingIsGuessed() {
    Example example =
        new Example()
            .with("network.id", "ocid1.vcn.oc1..v")
            .with("network.subnets[4].id", "ocid1.subnet.oc1..f")
            .with("pools[1].size", 5000)
            .with("network.subnets[1].cidrs[0]", "10.0.128.0/17")
            .with("network.subnets[5].cidrs[0]", "10.0.64.0/18")
            .with("network.subnets[4].cidrs", null);

    assertThat(example.findings())
        .filteredOn(f -> f.path().contains("subnets[4]"))
        .extracting(Finding::id, Finding::severity)
        .containsExactly(tuple("subnet-room-unknown", Finding.Severity.WARNING));
  }

  @Test
  void newNodesNeedRoomBesideOldOnes() {
    Finding finding =
        only(
            new Example()
                .with("pools[1].size", 3)
                .with("network.subnets[1].cidrs[0]", "10.0.1.0/29"));

    assertThat(finding.id()).isEqualTo("no-room-to-replace");
    assertThat(finding.reason()).contains("of pool 'apps'.");
    assertThat(finding.fix()).startsWith("Give it a block of /28 or larger, or accept this under");
  }

  @Test
  void ofManyPoolsTheLargestAreNamed() {
    Example example = new Example().with("network.subnets[3].cidrs[0]", "10.0.16.0/24");
    IntStream.range(2, 12)
        .forEach(i ->
            example.with(
                "pools[" + i + "]",
                Map.of(
                    "name", "p" + i,
                    "size", i,
                    "shape", "VM.Standard2.2",
                    "subnet", "workers",
                    "podSubnet", "pods")));

    assertThat(only(example).reason())
        .contains(
            "pool 'p11' 11 × (31 + 1), pool 'p10' 10 × (31 + 1), pool 'p9' 9 × (31 + 1), pool 'p8'"
                + " 8 × (31 + 1), pool 'p7' 7 × (31 + 1) and 6 more");
  }

  @Test
  void whatFitsNowhereIsToBeSpread() {
    Example example =
        new Example()
            .with("pools[1].size", 60000)
            .with("network.subnets[4].cidrs[0]", "10.0.32.0/30");

    assertThat(example.findings())
        .filteredOn(f -> f.path().equals("podnet:network.subnets[4].cidrs"))
        .extracting(Finding::fix)
        .containsExactly("Spread the pools over several subnets.");
  }

  private static Example frontend(int nodes, String block, String... allowed) {
    return new Example()
        .with("pools[1].size", nodes)
        .with("network.subnets[4].cidrs[0]", block)
        .with("allow", allow(allowed));
  }

  private static Object allow(String... findings) {
    return List.of(findings).stream().map(f -> Map.of("finding", f, "reason", "test")).toList();
  }

  private static Finding only(Example example) {
    List<String> allowed =
        example.config().allow().stream().map(waiver -> waiver.finding()).toList();
    List<Finding> findings =
        example.findings().stream().filter(f -> !allowed.contains(f.id())).toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
