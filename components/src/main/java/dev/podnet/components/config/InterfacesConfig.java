package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** The interfaces that every pod of a pool has through Multus; each takes an address. */
public record InterfacesConfig(
    @About("Profile of the primary interface, as the default network's NAD selects it.")
        Optional<String> primary,
    @About(
            value =
                "Profiles of the other interfaces, as NADs select them: one for each interface.",
            example = "[storage]")
        List<String> extra) {

  public InterfacesConfig {
    extra = List.copyOf(extra);
  }
}
