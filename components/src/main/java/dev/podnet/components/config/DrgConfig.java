package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** The dynamic routing gateway of the VCN. */
public record DrgConfig(
    @About("OCID of one that exists; a new one is made when left out.") Optional<String> id,
    @About("OCID of its route table for what leaves the VCN; its default when left out.")
        Optional<String> routeTable,
    @About("Static routes for what leaves the VCN, in a route table made for it.")
        List<DrgRouteConfig> routes,
    @About("Peerings with DRGs elsewhere.") List<RemotePeeringConfig> remotePeerings) {

  public DrgConfig {
    routes = List.copyOf(routes);
    remotePeerings = List.copyOf(remotePeerings);
  }
}
