package dev.podnet.components.resource;

import static java.util.stream.Collectors.toMap;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.RouteTable;
import com.pulumi.oci.Core.Subnet;
import com.pulumi.oci.Core.SubnetArgs;
import com.pulumi.oci.Core.Vcn;
import com.pulumi.oci.Core.VcnArgs;
import com.pulumi.oci.Core.outputs.GetServicesService;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.naming.Names;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.NetworkPlan.Ipv6;
import dev.podnet.components.plan.NetworkPlan.Privacy;
import dev.podnet.components.plan.Origin;
import dev.podnet.components.plan.RulePlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The VCN, its gateways, route tables and subnets. */
public final class Network extends ComponentResource {
  private static final int SUBNET_PREFIX_V6 = 64;

  private final String name;
  private final NetworkPlan plan;
  private final Map<String, String> tags;
  private final Notes notes;
  private final Output<GetServicesService> services;
  private final Output<String> vcnId;
  private final Output<List<String>> ipv6Blocks;
  private final Map<String, Output<String>> subnets;
  private final Map<String, Output<String>> gateways;

  /**
   * Declares the network.
   *
   * @param rules of the security lists; those of groups are for {@link SecurityRules}
   */
  public Network(
      String name,
      NetworkPlan plan,
      List<RulePlan> rules,
      Map<String, String> tags,
      Notes notes,
      ComponentResourceOptions options) {
    super("podnet:index:Network", name, options);
    this.name = name;
    this.plan = plan;
    this.tags = tags;
    this.notes = notes;
    this.services = Region.services(Children.lookup(this));
    if (plan.vcn() instanceof Origin.Adopted adopted) {
      this.vcnId = Output.of(adopted.id());
      this.ipv6Blocks = Output.of(List.of());
    } else {
      Vcn vcn = vcn();
      this.vcnId = vcn.id();
      this.ipv6Blocks = vcn.ipv6cidrBlocks();
      SecurityLists.close(name, vcn, tags, Children.of(this));
    }
    Map<Role, Output<String>> lists = securityLists(rules);
    Gateways made = new Gateways(new NetworkSurroundings(name, plan, vcnId, services, tags, this));
    made.all();
    this.gateways = made.ids();
    Map<String, RouteTable> tables =
        plan.routeTables().stream()
            .collect(
                toMap(
                    NetworkPlan.RouteTable::name,
                    made.tables()::ofSubnets,
                    (a, b) -> a,
                    LinkedHashMap::new));
    this.subnets =
        plan.subnets().stream()
            .collect(
                toMap(
                    NetworkPlan.Subnet::name,
                    s -> subnetId(s, tables, lists),
                    (a, b) -> a,
                    LinkedHashMap::new));
    FlowLogs.of(name, plan, subnets, tags, Children.of(this));
    registerOutputs(Map.of("vcnId", vcnId));
  }

  public Output<String> vcnId() {
    return vcnId;
  }

  /** OCIDs of all subnets, by name. */
  public Map<String, Output<String>> subnetIds() {
    return Collections.unmodifiableMap(subnets);
  }

  /** OCIDs of the gateways, by kind: internet, nat, service. */
  public Map<String, Output<String>> gatewayIds() {
    return Collections.unmodifiableMap(gateways);
  }

  private static <V> V named(Map<String, V> all, String name) {
    V found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("The plan has no " + name);
    }
    return found;
  }

  private Vcn vcn() {
    return new Vcn(
        name,
        VcnArgs.builder()
            .compartmentId(plan.compartment())
            .displayName(name)
            .dnsLabel(plan.dnsLabel().orElseGet(() -> Names.dnsLabel(name)))
            .isIpv6enabled(plan.ipv6())
            .cidrBlocks(plan.cidrs().stream().map(Cidr::toString).toList())
            .freeformTags(tags)
            .build(),
        Children.of(this));
  }

  private Map<Role, Output<String>> securityLists(List<RulePlan> rules) {
    ListRule entry = new ListRule(services.applyValue(GetServicesService::cidrBlock));
    Map<Role, Output<String>> lists = new EnumMap<>(Role.class);
    for (Role role : plan.securityLists()) {
      lists.put(
          role,
          SecurityLists.of(name, role, plan, rules, vcnId, entry, tags, Children.of(this)).id());
    }
    return lists;
  }

  private Output<String> subnetId(
      NetworkPlan.Subnet subnet, Map<String, RouteTable> tables, Map<Role, Output<String>> lists) {
    return subnet.origin() instanceof Origin.Adopted adopted
        ? ExistingSubnet.id(adopted.id(), subnet, vcnId, notes, Children.lookup(this))
        : subnet(subnet, named(tables, subnet.routeTable()), lists).id();
  }

  private Subnet subnet(
      NetworkPlan.Subnet subnet, RouteTable table, Map<Role, Output<String>> lists) {
    String child = Names.child(name, subnet.name());
    SubnetArgs.Builder args =
        SubnetArgs.builder()
            .compartmentId(plan.compartment())
            .vcnId(vcnId)
            .displayName(child)
            .dnsLabel(Names.dnsLabel(subnet.name()))
            .routeTableId(table.id())
            .freeformTags(tags);
    args =
        subnet.privacy() == Privacy.NO_INTERNET_INGRESS
            ? args.prohibitInternetIngress(true)
            : args.prohibitPublicIpOnVnic(subnet.privacy() == Privacy.NO_PUBLIC_ADDRESSES);
    if (subnet.ipv6().isPresent()) {
      args = args.ipv6cidrBlocks(ipv6(subnet.ipv6().get()).applyValue(List::of));
    }
    if (subnet.availabilityDomain().isPresent()) {
      args = args.availabilityDomain(domain(subnet.availabilityDomain().get()));
    }
    if (!subnet.securityLists().isEmpty()) {
      args =
          args.securityListIds(
              Output.all(subnet.securityLists().stream().map(lists::get).toList()));
    }
    List<String> blocks = subnet.cidrs().stream().map(Cidr::toString).toList();
    // A second block can only be given in the list form, which the single form excludes.
    args = blocks.size() == 1 ? args.cidrBlock(blocks.get(0)) : args.ipv4cidrBlocks(blocks);
    return new Subnet(child, args.build(), Children.of(this));
  }

  private Output<String> domain(int number) {
    return Region.availabilityDomains(plan.compartment(), Children.lookup(this))
        .applyValue(all -> Region.availabilityDomain(all, number));
  }

  private Output<String> ipv6(Ipv6 ipv6) {
    return ipv6 instanceof Ipv6.Part part
        ? ipv6Blocks.applyValue(
            blocks -> Cidr.of(blocks.get(0)).part(SUBNET_PREFIX_V6, part.index()).toString())
        : Output.of(((Ipv6.Block) ipv6).cidr().toString());
  }
}
