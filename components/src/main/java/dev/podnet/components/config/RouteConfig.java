package dev.podnet.components.config;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.List;

/** A route beside those that subnets have anyway; one to the same destination takes their place. */
public record RouteConfig(
    @About(value = "Where to.", example = "192.168.0.0/16") Cidr destination,
    @About(
            "OCID of what leads there: DRG, local peering or internet gateway, private IP; or drg,"
                + " or the name of a local peering.")
        String via,
    @About("Roles of the subnets that have it; all when left out.") List<Role> roles,
    @About("Why it is there: the route's description.") String why) {

  /** Names the network's own DRG as what a route leads to. */
  public static final String DRG = "drg";

  public RouteConfig {
    roles = List.copyOf(roles);
  }

  public boolean isFor(Role role) {
    return roles.isEmpty() || roles.contains(role);
  }
}
