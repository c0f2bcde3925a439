package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.config.VirtualPoolConfig;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Pools of virtual nodes. */
final class VirtualChecks {
  private static final Role ROLE = Role.VIRTUAL_NODES;

  /** Source: Oracle, Supported Images and Shapes for Worker Nodes. */
  private static final Set<String> POD_SHAPES =
      Set.of("Pod.Standard.E3.Flex", "Pod.Standard.E4.Flex", "Pod.Standard.A1.Flex");

  private VirtualChecks() {}

  static Stream<Finding> onBasic(Subject subject) {
    return subject
        .virtualPools()
        .filter(p -> subject.config().cluster().type() == ClusterType.BASIC)
        .map(p ->
            Finding.error(
                "virtual-on-basic",
                p.path().toString(),
                "Virtual nodes need an enhanced cluster, and this one is basic.",
                "Set podnet:cluster.type to enhanced.",
                Sources.VIRTUAL_NODES));
  }

  static Stream<Finding> profiles(Subject subject) {
    return subject
        .virtualPools()
        .filter(p -> !p.value().profiles().isEmpty())
        .map(p ->
            Finding.error(
                "virtual-profiles",
                p.path().key("profiles").toString(),
                "Virtual nodes are no instances: there is no VNIC that a profile could be of.",
                "Remove them, or use a managed pool under podnet:pools.",
                Sources.PROFILES));
  }

  /** Names of subnets that pools refer to, and where. */
  static Stream<At<String>> subnetNames(At<VirtualPoolConfig> pool) {
    return Stream.of(
            Stream.of(new At<>(pool.value().subnet(), pool.path().key("subnet"))),
            pool.value().podSubnet().stream()
                .map(name -> new At<>(name, pool.path().key("podSubnet"))),
            Subject.at(pool.value().placement(), pool.path().key("placement"))
                .flatMap(p ->
                    p.value().subnet().stream()
                        .map(name -> new At<>(name, p.path().key("subnet")))))
        .flatMap(s -> s);
  }

  /** Their rules are on one role: in another subnet they would have none, or those of workers. */
  static Stream<Finding> subnetRoles(Subject subject) {
    return subject
        .virtualPools()
        .flatMap(VirtualChecks::subnetNames)
        .filter(name ->
            Optional.ofNullable(subject.subnetsByName().get(name.value()))
                .filter(s -> s.value().role() != ROLE)
                .isPresent())
        .map(name ->
            Finding.error(
                "virtual-subnet-role",
                name.path().toString(),
                "The subnet '"
                    + name.value()
                    + "' is not for virtual nodes, and they have security rules of their own.",
                "Name a subnet with the role " + Kinds.spelled(ROLE) + ".",
                Sources.VIRTUAL_NETWORK));
  }

  static Stream<Finding> publicSubnets(Subject subject) {
    return subject
        .subnets()
        .filter(s -> s.value().role() == ROLE && s.value().access() == Access.PUBLIC)
        .map(VirtualChecks::publicSubnet);
  }

  private static Finding publicSubnet(At<SubnetConfig> subnet) {
    return Finding.error(
        "virtual-subnet-public",
        subnet.path().key("access").toString(),
        "Pods of virtual nodes are in '" + subnet.value().name() + "', and it is public.",
        "Set it to private: pods reach the internet through the NAT gateway.",
        Sources.VIRTUAL_NETWORK);
  }

  static Stream<Finding> podShapes(Subject subject) {
    return subject
        .virtualPools()
        .filter(p -> !POD_SHAPES.contains(p.value().podShape()))
        .map(p ->
            Finding.warning(
                "unknown-pod-shape",
                p.path().key("podShape").toString(),
                "podnet does not know the pod shape '" + p.value().podShape() + "'.",
                "Use one of "
                    + POD_SHAPES.stream().sorted().toList()
                    + ", or look at 'oci ce pod-shapes list'.",
                Sources.VIRTUAL_NODES));
  }

  static Stream<Finding> securityGroups(Subject subject) {
    return subject
        .virtualPools()
        .flatMap(p ->
            Stream.of(
                new At<>(p.value().nsgs(), p.path().key("nsgs")),
                new At<>(p.value().podNsgs(), p.path().key("podNsgs"))))
        .flatMap(NodeChecks::tooManyGroups);
  }

  static Stream<Finding> sizes(Subject subject) {
    return subject
        .virtualPools()
        .filter(p -> p.value().size() < 1)
        .map(p ->
            Finding.error(
                "virtual-size",
                p.path().key("size").toString(),
                "A pool of " + p.value().size() + " virtual nodes runs no pods.",
                "Use 1 or more, or remove the pool.",
                Sources.VIRTUAL_NODES));
  }
}
