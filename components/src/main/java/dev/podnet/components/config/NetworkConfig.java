package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.List;
import java.util.Optional;

/** The VCN and its subnets. */
public record NetworkConfig(
    @About("Compartment (OCID) of the VCN and all in it; the cluster's when left out.")
        Optional<String> compartment,
    @About("OCID of a VCN that exists; a new one is made when left out.") Optional<String> id,
    @About(value = "IPv4 blocks of the VCN, /16 to /30.", example = "[10.0.0.0/16]")
        List<Cidr> cidrs,
    @About(
            value = "Whether the VCN has an IPv6 /56 of Oracle's too, and rules and routes for it.",
            def = "false")
        boolean ipv6,
    @About("DNS label of the VCN: letters and digits, 15 at most.") Optional<String> dnsLabel,
    @About("Gateways that exist; those needed beside them are made.")
        Optional<GatewaysConfig> gateways,
    @About("Security groups that exist; used as they are, no rule is added to them.")
        Optional<GroupsConfig> groups,
    @About("OCID of a dynamic routing gateway that the VCN is attached to.") Optional<String> drg,
    @About("Routes to other networks, such as peers and premises.") List<RouteConfig> routes,
    @About("Subnets; pools and profiles name them.") List<SubnetConfig> subnets) {

  public NetworkConfig {
    cidrs = List.copyOf(cidrs);
    routes = List.copyOf(routes);
    subnets = List.copyOf(subnets);
  }
}
