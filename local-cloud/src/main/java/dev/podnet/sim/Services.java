package dev.podnet.sim;

import dev.podnet.sim.compute.InstanceActions;
import dev.podnet.sim.compute.InstanceConfigurationRules;
import dev.podnet.sim.compute.InstancePoolRules;
import dev.podnet.sim.compute.InstanceRules;
import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Crud;
import dev.podnet.sim.model.Kind;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.network.CidrRoutes;
import dev.podnet.sim.network.DhcpRules;
import dev.podnet.sim.network.DrgAttachmentRules;
import dev.podnet.sim.network.DrgRouteRules;
import dev.podnet.sim.network.DrgRouteTableRules;
import dev.podnet.sim.network.DrgRules;
import dev.podnet.sim.network.GatewayRules;
import dev.podnet.sim.network.Ipv6Rules;
import dev.podnet.sim.network.LocalPeeringRules;
import dev.podnet.sim.network.PrivateIpRules;
import dev.podnet.sim.network.PublicIpRules;
import dev.podnet.sim.network.RemotePeeringRules;
import dev.podnet.sim.network.RouteTableRules;
import dev.podnet.sim.network.SecurityGroupRoutes;
import dev.podnet.sim.network.SecurityListRules;
import dev.podnet.sim.network.SubnetRules;
import dev.podnet.sim.network.VcnRules;
import dev.podnet.sim.network.VnicAttachmentRules;
import dev.podnet.sim.network.VnicRules;
import dev.podnet.sim.oke.AddonRoutes;
import dev.podnet.sim.oke.ClusterRoutes;
import dev.podnet.sim.oke.ClusterRules;
import dev.podnet.sim.oke.NodePoolRules;
import dev.podnet.sim.oke.VirtualNodes;
import dev.podnet.sim.oke.VirtualPoolRules;
import dev.podnet.sim.oke.WorkRequestRules;
import dev.podnet.sim.tenancy.CompartmentRules;
import dev.podnet.sim.tenancy.DynamicGroupRules;
import dev.podnet.sim.tenancy.PolicyRules;
import dev.podnet.sim.tenancy.TagNamespaceRules;
import dev.podnet.sim.tenancy.TenancyRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of what is served: rules by kind, and routes. */
final class Services {
  private Services() {}

  static Map<String, Rules> rules() {
    return Map.ofEntries(
        Map.entry("vcn", new VcnRules()),
        Map.entry("subnet", new SubnetRules()),
        Map.entry("internetGateway", new GatewayRules("internetGateway")),
        Map.entry("natGateway", new GatewayRules("natGateway")),
        Map.entry("serviceGateway", new GatewayRules("serviceGateway")),
        Map.entry("routeTable", new RouteTableRules()),
        Map.entry("securityList", new SecurityListRules()),
        Map.entry("dhcpOptions", new DhcpRules()),
        Map.entry("vnic", new VnicRules()),
        Map.entry("vnicAttachment", new VnicAttachmentRules()),
        Map.entry("privateIp", new PrivateIpRules()),
        Map.entry("ipv6", new Ipv6Rules()),
        Map.entry("drg", new DrgRules()),
        Map.entry("drgAttachment", new DrgAttachmentRules()),
        Map.entry("drgRouteTable", new DrgRouteTableRules()),
        Map.entry("remotePeeringConnection", new RemotePeeringRules()),
        Map.entry("localPeeringGateway", new LocalPeeringRules()),
        Map.entry("publicIp", new PublicIpRules()),
        Map.entry("cluster", new ClusterRules()),
        Map.entry("nodePool", new NodePoolRules()),
        Map.entry("virtualNodePool", new VirtualPoolRules()),
        Map.entry("instance", new InstanceRules()),
        Map.entry("instanceConfiguration", new InstanceConfigurationRules()),
        Map.entry("instancePool", new InstancePoolRules()),
        Map.entry("workRequest", new WorkRequestRules()),
        Map.entry("compartment", new CompartmentRules()),
        Map.entry("tagNamespace", new TagNamespaceRules()),
        Map.entry("dynamicGroup", new DynamicGroupRules()),
        Map.entry("policy", new PolicyRules()));
  }

  static List<Route> routes(Catalog catalog) {
    var rules = rules();
    var routes = new ArrayList<Route>();
    for (Kind kind : catalog.kinds().values()) {
      routes.addAll(Crud.routes(kind, rules.getOrDefault(kind.name(), Rules.NONE)));
    }
    routes.addAll(SecurityGroupRoutes.routes());
    routes.addAll(LocalPeeringRules.routes());
    routes.addAll(RemotePeeringRules.routes());
    routes.addAll(DrgRouteRules.routes());
    routes.addAll(CidrRoutes.routes());
    routes.addAll(AddonRoutes.routes());
    routes.addAll(ClusterRoutes.routes());
    routes.addAll(VirtualNodes.routes());
    routes.addAll(InstanceActions.routes());
    routes.addAll(InstancePoolRules.routes());
    routes.addAll(TenancyRoutes.routes());
    routes.addAll(PodnetRoutes.routes());
    return routes;
  }
}
