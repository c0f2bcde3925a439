package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.net.Layout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where subnets get their blocks from, and the blocks of the VCN itself. */
final class LayoutChecks {
  private static final SettingPath NETWORK = SettingPath.of("network");

  private LayoutChecks() {}

  static Stream<Finding> version(Subject subject) {
    int asked = subject.config().network().layout();
    return asked == Layout.VERSION
        ? Stream.empty()
        : Stream.of(
            Finding.error(
                "layout-version",
                NETWORK.key("layout").toString(),
                "There is no version " + asked + " of the layout.",
                "Write " + Layout.VERSION + ".",
                ""));
  }

  /** What could be laid out has no sizes any more. */
  static Stream<Finding> sizes(Subject subject) {
    return subject
        .subnets()
        .filter(s -> !s.value().sizes().isEmpty())
        .filter(s -> subject.config().network().layout() == Layout.VERSION)
        .map(s -> s.value().cidrs().isEmpty() ? noRoom(subject, s) : both(s));
  }

  private static Finding noRoom(Subject subject, At<SubnetConfig> s) {
    return Finding.error(
        "layout-no-room",
        s.path().key("sizes").toString(),
        "No room is left for "
            + s.value().sizes()
            + " in the VCN's blocks "
            + subject.config().network().cidrs()
            + ".",
        "Add a block to podnet:network.cidrs, or make subnets or gaps smaller.",
        Sources.VCN);
  }

  private static Finding both(At<SubnetConfig> s) {
    return Finding.error(
        "cidrs-beside-sizes",
        s.path().key("sizes").toString(),
        "'" + s.value().name() + "' has blocks and sizes.",
        "Keep the one or the other.",
        "");
  }

  static Stream<Finding> noBlock(Subject subject) {
    return subject
        .subnets()
        .filter(s -> s.value().id().isEmpty())
        .filter(s -> s.value().cidrs().isEmpty() && s.value().sizes().isEmpty())
        .map(s ->
            Finding.error(
                "subnet-without-block",
                s.path().key("cidrs").toString(),
                "'" + s.value().name() + "' has no block of addresses.",
                "Write its cidrs, or its sizes.",
                Sources.VCN));
  }

  static Stream<Finding> vcnWithoutBlock(Subject subject) {
    NetworkConfig network = subject.config().network();
    return network.id().isEmpty() && network.cidrs().isEmpty()
        ? Stream.of(
            Finding.error(
                "vcn-without-block",
                NETWORK.key("cidrs").toString(),
                "A new VCN needs a block of addresses.",
                "Write one, such as [10.0.0.0/16].",
                Sources.VCN))
        : Stream.empty();
  }

  static Stream<Finding> vcnOverlaps(Subject subject) {
    List<At<Cidr>> blocks =
        Subject.at(subject.config().network().cidrs(), NETWORK.key("cidrs")).toList();
    return IntStream.range(0, blocks.size())
        .boxed()
        .flatMap(i ->
            blocks.subList(0, i).stream()
                .filter(earlier -> earlier.value().overlaps(blocks.get(i).value()))
                .map(earlier ->
                    Finding.error(
                        "vcn-overlap",
                        blocks.get(i).path().toString(),
                        blocks.get(i).value() + " overlaps " + earlier.value() + " of the VCN.",
                        "Keep one of them.",
                        Sources.VCN)));
  }

  static Stream<Finding> subnetBlockSize(Subject subject) {
    return subject
        .subnets()
        .flatMap(s -> Subject.at(s.value().cidrs(), s.path().key("cidrs")))
        .filter(b -> !b.value().isIpv6() && b.value().prefix() > NetworkChecks.SMALLEST_VCN)
        .map(b ->
            Finding.error(
                "subnet-block-size",
                b.path().toString(),
                "A subnet's block is /30 or larger, and " + b.value() + " is not.",
                "Use a larger block: three addresses of each are reserved.",
                Sources.VCN));
  }
}
