package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.plan.Capacity;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** VNIC profiles and the Application Resources on them. */
final class ProfileChecks {
  private static final int MAX_NSGS = 5;
  private static final int MAX_SECURITY_ATTRIBUTES = 5;
  private static final int COMFORTABLE_IP_COUNT = 32;
  private static final Pattern RESOURCE_NAME =
      Pattern.compile("[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?");

  private ProfileChecks() {}

  private static Stream<At<ProfileConfig>> profiles(
      Subject subject, Predicate<ProfileConfig> which) {
    return subject.pools().flatMap(Subject::profiles).filter(p -> which.test(p.value()));
  }

  static Stream<Finding> ipCountRange(Subject subject) {
    return profiles(subject, p -> p.ipCount() < 1 || p.ipCount() > Capacity.MAX_PER_NODE)
        .map(p ->
            Finding.error(
                "ip-count-range",
                p.path().key("ipCount").toString(),
                p.value().ipCount() + " addresses on a VNIC: 1 to 256 are possible.",
                "Use a power of two from 1 to 256.",
                Sources.NPN));
  }

  static Stream<Finding> ipCountPowerOfTwo(Subject subject) {
    return profiles(subject, p -> p.ipCount() > 0 && Integer.bitCount(p.ipCount()) != 1)
        .map(p ->
            Finding.warning(
                "ip-count-power-of-two",
                p.path().key("ipCount").toString(),
                p.value().ipCount()
                    + " is no power of two: addresses come as one aligned block, and Oracle's"
                    + " own provisioner refuses such a count.",
                "Use "
                    + Integer.highestOneBit(p.value().ipCount())
                    + " or "
                    + Integer.highestOneBit(p.value().ipCount()) * 2
                    + ".",
                Sources.KARPENTER));
  }

  static Stream<Finding> ipCountSum(Subject subject) {
    return subject
        .pools()
        .filter(p -> sum(p.value()) > Capacity.MAX_PER_NODE)
        .map(p ->
            Finding.error(
                "ip-count-sum",
                p.path().key("profiles").toString(),
                "The profiles ask for "
                    + sum(p.value())
                    + " addresses on a node, and 256 is the most a node can have.",
                "Lower ipCount so that the sum is 256 at most.",
                Sources.NPN));
  }

  private static int sum(PoolConfig pool) {
    return pool.profiles().stream().mapToInt(ProfileConfig::ipCount).sum();
  }

  static Stream<Finding> singleBlock(Subject subject) {
    Set<String> single =
        subject
            .subnets()
            .filter(s -> s.value().cidrs().size() == 1)
            .map(s -> s.value().name())
            .collect(Collectors.toSet());
    return profiles(subject, p -> p.ipCount() > COMFORTABLE_IP_COUNT && single.contains(p.subnet()))
        .map(p ->
            Finding.warning(
                "single-block",
                p.path().key("subnet").toString(),
                "More than 32 addresses per VNIC come from a subnet with one block, where a"
                    + " VNIC's own address can spoil an aligned block.",
                "Give the subnet '" + p.value().subnet() + "' a second block.",
                Sources.NPN));
  }

  static Stream<Finding> securityGroups(Subject subject) {
    // One of the five is the stack's own group for pods.
    return profiles(subject, p -> p.nsgs().size() > MAX_NSGS - 1)
        .map(p ->
            Finding.error(
                "too-many-nsgs",
                p.path().key("nsgs").toString(),
                "A VNIC can be in 5 network security groups, the stack's own for pods included.",
                "Name 4 at most.",
                Sources.PROFILES));
  }

  static Stream<Finding> publicAddresses(Subject subject) {
    return profiles(subject, ProfileConfig::assignPublicIp)
        .map(p ->
            Finding.error(
                "profile-public-ip",
                p.path().key("assignPublicIp").toString(),
                "Pod subnets are private, and a VNIC's public address would serve no pod.",
                "Remove it; pods reach the internet through the NAT gateway.",
                Sources.NPN));
  }

  static Stream<Finding> securityAttributes(Subject subject) {
    return Stream.concat(
        profiles(subject, p -> p.securityAttributes().size() > MAX_SECURITY_ATTRIBUTES)
            .map(p ->
                Finding.error(
                    "too-many-security-attributes",
                    p.path().key("securityAttributes").toString(),
                    "A VNIC can have 5 security attributes.",
                    "Name 5 at most.",
                    Sources.PROFILES)),
        subject
            .pools()
            .filter(p ->
                p.value().profiles().stream()
                        .map(ProfileConfig::securityAttributes)
                        .distinct()
                        .count()
                    > 1)
            .map(p ->
                Finding.error(
                    "security-attributes-differ",
                    p.path().key("profiles").toString(),
                    "Security attributes must be the same on all secondary VNICs of a pool.",
                    "Give every profile of the pool the same securityAttributes.",
                    Sources.PROFILES)));
  }

  static Stream<Finding> applicationResources(Subject subject) {
    return subject
        .pools()
        .flatMap(p -> Stream.concat(illegal(p), Stream.concat(repeated(p), mixed(p))));
  }

  private static Stream<Finding> illegal(At<PoolConfig> pool) {
    return resources(pool)
        .filter(r -> !RESOURCE_NAME.matcher(r.value()).matches())
        .map(r ->
            Finding.error(
                "application-resource-name",
                r.path().toString(),
                "'" + r.value() + "' cannot be the name of a Kubernetes resource.",
                "Use letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both"
                    + " ends.",
                Sources.KUBERNETES));
  }

  private static Stream<Finding> repeated(At<PoolConfig> pool) {
    Set<String> seen = new HashSet<>();
    return resources(pool)
        .filter(r -> !seen.add(r.value()))
        .map(r ->
            Finding.error(
                "application-resource-twice",
                r.path().toString(),
                "Two profiles of the pool expose '" + r.value() + "'.",
                "Give each profile a resource of its own.",
                Sources.PROFILES));
  }

  private static Stream<Finding> mixed(At<PoolConfig> pool) {
    long exposed = resources(pool).count();
    return exposed == 0 || exposed == pool.value().profiles().size()
        ? Stream.empty()
        : Stream.of(
            Finding.warning(
                "application-resource-mixed",
                pool.path().key("profiles").toString(),
                "Some profiles expose an Application Resource and some do not, and sources disagree"
                    + " whether such nodes are tainted.",
                "Expose one on every profile of the pool, or on none.",
                Sources.PROFILES));
  }

  private static Stream<At<String>> resources(At<PoolConfig> pool) {
    return Subject.profiles(pool)
        .flatMap(p ->
            p.value().applicationResource().stream()
                .map(r -> new At<>(r, p.path().key("applicationResource"))));
  }
}
