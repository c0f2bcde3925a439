package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import dev.podnet.components.net.Layout;
import java.util.List;
import java.util.Optional;

/** The VCN and its subnets. */
public record NetworkConfig(
    @About("Compartment (OCID) of the VCN and all in it; the cluster's when left out.")
        Optional<String> compartment,
    @About("OCID of a VCN that exists; a new one is made when left out.") Optional<String> id,
    @About(
            value = "IPv4 blocks of the VCN; it may have several.",
            example = "[10.0.0.0/16]",
            limit = "each /16 to /30, no two overlap")
        List<Cidr> cidrs,
    @About(
            value = "Version of the rules by which sizes become blocks; none ever changes.",
            def = "1",
            limit = "1")
        int layout,
    @About(
            value = "Whether the VCN has an IPv6 /56 of Oracle's too, and rules and routes for it.",
            def = "false")
        boolean ipv6,
    @About(
            value = "DNS label of the VCN; made of the name when left out.",
            limit = "letters and digits, 15 at most")
        Optional<String> dnsLabel,
    @About("Gateways that exist; those needed beside them are made.")
        Optional<GatewaysConfig> gateways,
    @About("Security groups that exist; used as they are, no rule is added to them.")
        Optional<GroupsConfig> groups,
    @About("Dynamic routing gateway that the VCN is attached to.") Optional<DrgConfig> drg,
    @About("Peerings with other VCNs of the region.") List<LocalPeeringConfig> localPeerings,
    @About("Routes of subnets to other networks, such as peers and premises.")
        List<RouteConfig> routes,
    @About("Routes of what comes into the VCN by a gateway.")
        List<IngressRouteConfig> ingressRoutes,
    @About("Subnets; pools and profiles name them.") List<SubnetConfig> subnets) {

  public NetworkConfig {
    cidrs = List.copyOf(cidrs);
    localPeerings = List.copyOf(localPeerings);
    routes = List.copyOf(routes);
    ingressRoutes = List.copyOf(ingressRoutes);
    subnets = laidOut(layout, cidrs, subnets);
  }

  /**
   * Sizes become blocks as the settings are read, so that all that follows sees blocks alone. Where
   * that cannot be done the sizes stay, and the checks tell it.
   */
  private static List<SubnetConfig> laidOut(
      int version, List<Cidr> cidrs, List<SubnetConfig> subnets) {
    Layout layout = new Layout(version == Layout.VERSION ? cidrs : List.of());
    return subnets.stream().map(s -> s.laidOut(layout)).toList();
  }
}
