package dev.podnet.components.resource;

import static java.util.stream.Collectors.toMap;

import com.pulumi.core.Output;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * OCIDs of a network that clusters and pools are put into, by the names of its plan. Whether this
 * stack made it or another did is all the same to them.
 *
 * @param vcn OCID of the VCN
 * @param subnets OCIDs of the subnets, by name
 * @param groups OCIDs of the network security groups, by role
 */
public record NetworkIds(
    Output<String> vcn, Map<String, Output<String>> subnets, Map<Role, Output<String>> groups) {

  /** A network of this program's. */
  public static NetworkIds of(Network network, SecurityRules rules) {
    return new NetworkIds(network.vcnId(), network.subnetIds(), rules.groups());
  }

  /**
   * A network of another stack's, as that stack's outputs tell it.
   *
   * @param plan the names that are looked for
   */
  public static NetworkIds told(
      NetworkPlan plan,
      Output<String> vcn,
      Output<Map<String, String>> subnets,
      Output<Map<String, String>> groups) {
    return new NetworkIds(
        vcn,
        plan.subnets().stream()
            .map(NetworkPlan.Subnet::name)
            .collect(byKey(Function.identity(), name -> found(subnets, "subnet", name))),
        plan.groups().keySet().stream()
            .collect(
                byKey(
                    Function.identity(),
                    role -> found(groups, "network security group", Kinds.spelled(role)))));
  }

  private static <T, K, V> Collector<T, ?, Map<K, V>> byKey(
      Function<T, K> key, Function<T, V> value) {
    return toMap(key, value, (a, b) -> a, LinkedHashMap::new);
  }

  private static Output<String> found(Output<Map<String, String>> ids, String kind, String name) {
    return ids.applyValue(told ->
        Optional.ofNullable(told.get(name))
            .orElseThrow(() ->
                new IllegalStateException(
                    "The other stack tells no "
                        + kind
                        + " named '"
                        + name
                        + "'; it tells "
                        + told.keySet()
                        + ".")));
  }

  /** OCID of a subnet by its name in the plan. */
  Output<String> subnet(String name) {
    return Optional.ofNullable(subnets.get(name))
        .orElseThrow(() -> new IllegalArgumentException("The plan has no subnet " + name));
  }

  /** OCID of a role's group, where the plan has one. */
  Optional<Output<String>> group(Role role) {
    return Optional.ofNullable(groups.get(role));
  }
}
