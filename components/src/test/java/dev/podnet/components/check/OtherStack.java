package dev.podnet.components.check;

import dev.podnet.components.Example;
import dev.podnet.components.check.LaterChecks.LiveCluster;
import dev.podnet.components.check.LaterChecks.LiveSubnet;
import dev.podnet.components.check.LaterChecks.Offer;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.Waiver;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.ClusterPlan;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.Planner;
import dev.podnet.components.plan.RuleRow;
import dev.podnet.components.plan.RuleRow.PeerRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A wrong stack that no row of a table can state: the cloud's answers or podnet's own tables make
 * it wrong, or its values are too long to be written down.
 *
 * @param fails in words, what is wrong
 * @param passes in words, what would be right
 */
public record OtherStack(
    String id, String fails, List<Finding> failing, String passes, List<Finding> passing) {
  private static final String VCN = "ocid1.vcn.oc1..v";
  private static final Map<String, Offer> OFFERS =
      Map.of(
          "OciVcnIpNative", new Offer(Map.of("v3.2.0", Set.of("affinity"))),
          "CertManager", new Offer(Map.of("v1.16.2", Set.of("numOfReplicas"))));

  private static final RuleRow OPEN =
      new RuleRow(
          "workers-ingress-all",
          "X",
          List.of("complete"),
          "workers",
          "ingress",
          new PeerRow(Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty()),
          "tcp",
          Optional.empty(),
          Optional.empty(),
          "always",
          "None",
          "nobody");

  /** All of them. */
  public static Stream<OtherStack> all() {
    return Stream.of(live(), addons(), values(), own()).flatMap(s -> s);
  }

  private static Stream<OtherStack> live() {
    Subnet pods = new Example().plan().network().subnets().get(3);
    ClusterPlan plan = new Example().plan().cluster();
    LiveCluster same = new LiveCluster("OCI_VCN_IP_NATIVE", "v1.34.1", List.of());
    LiveCluster flannel = new LiveCluster("FLANNEL_OVERLAY", "v1.34.1", List.of());
    LiveCluster older = new LiveCluster("OCI_VCN_IP_NATIVE", "v1.31.1", List.of("v1.32.1"));
    return Stream.of(
        new OtherStack(
            "subnet-in-other-vcn",
            "an existing pod subnet of another VCN",
            LaterChecks.subnet(pods, new LiveSubnet("ocid1.vcn.oc1..w", true, true), VCN),
            "one of the cluster's VCN",
            LaterChecks.subnet(pods, new LiveSubnet(VCN, true, true), VCN)),
        new OtherStack(
            "cluster-without-vcn-native",
            "an existing cluster with flannel",
            LaterChecks.adopted(flannel),
            "one with VCN-native pod networking",
            LaterChecks.adopted(same)),
        new OtherStack(
            "existing-cluster-version",
            "an existing cluster of v1.31.1",
            LaterChecks.atVersion(plan, older),
            "one of v1.34.1",
            LaterChecks.atVersion(plan, same)),
        new OtherStack(
            "cluster-upgrade",
            "the stack's cluster runs v1.31.1",
            LaterChecks.upgrade(plan, older),
            "it runs v1.34.1",
            LaterChecks.upgrade(plan, same)));
  }

  private static Stream<OtherStack> addons() {
    List<Finding> right = addons("{name: CertManager, version: 1.16.2}");
    return Stream.of(
        new OtherStack(
            "unknown-addon",
            "`cluster.addons[0].name` = CertMangler",
            addons("{name: CertMangler}"),
            "CertManager",
            right),
        new OtherStack(
            "addon-version",
            "`cluster.addons[0].version` = 9.9.9",
            addons("{name: CertManager, version: 9.9.9}"),
            "1.16.2",
            right),
        new OtherStack(
            "addon-setting",
            "`cluster.addons[0].configuration.replicas` = 2",
            addons("{name: CertManager, configuration: {replicas: \"2\"}}"),
            "`numOfReplicas`",
            addons("{name: CertManager, configuration: {numOfReplicas: \"2\"}}")));
  }

  private static List<Finding> addons(String addon) {
    Example example = new Example().with("cluster.addons", Example.yaml("[" + addon + "]"));
    return LaterChecks.addons(example.plan().cluster().addons(), OFFERS);
  }

  private static Stream<OtherStack> values() {
    return Stream.of(
        new OtherStack(
            "too-many-rules",
            "110 blocks in `security.sshClients`",
            sshClients(110),
            "100 blocks",
            sshClients(100)),
        new OtherStack(
            "extra-rule-why",
            "256 characters in `security.extra[0].why`",
            why(256),
            "255 characters",
            why(255)));
  }

  private static List<Finding> sshClients(int blocks) {
    return new Example()
        .with(
            "security.sshClients",
            IntStream.range(0, blocks).mapToObj(i -> "10.9." + i + ".0/24").toList())
        .findings();
  }

  private static List<Finding> why(int length) {
    return Example.of("extra rule").with("security.extra[0].why", "y".repeat(length)).findings();
  }

  private static Stream<OtherStack> own() {
    List<Waiver> allow = List.of(new Waiver("open-ingress", "known"));
    Finding warning = Finding.warning("open-ingress", "podnet:x", "Open.", "Shut.", "");
    return Stream.of(
        new OtherStack(
            "open-ingress-unasked",
            "an open row in the table of security rules",
            withRule(List.of(OPEN)),
            "none",
            withRule(List.of())),
        new OtherStack(
            "useless-waiver",
            "`allow[0].finding` = open-ingress, and nothing is open",
            Review.of(List.of(), allow).warnings(),
            "something is",
            Review.of(List.of(warning), allow).warnings()));
  }

  private static List<Finding> withRule(List<RuleRow> more) {
    Catalog table = Tables.catalog();
    Catalog opened =
        new Catalog(
            Stream.concat(table.rules().stream(), more.stream()).toList(),
            table.statements(),
            table.shapes());
    StackConfig config = new Example().config();
    return Checks.check(new Subject(config, new Planner(opened).plan(config), opened));
  }

  @Override
  public String toString() {
    return id + ": " + fails;
  }
}
