package dev.podnet.ipam;

import java.util.List;
import java.util.Optional;

/**
 * The pod addresses of one VNIC.
 *
 * @param id the VNIC's id
 * @param resource the Application Resource that pods ask for; empty: any pod may have these
 * @param addresses at most {@value #LIMIT}: no VNIC has more (OKE's limit of ipCount)
 */
public record Profile(String id, Optional<String> resource, List<PodAddress> addresses) {
  public static final int LIMIT = 256;

  public Profile {
    addresses = List.copyOf(addresses);
    if (addresses.size() > LIMIT) {
      throw new IllegalArgumentException(id + " has more than " + LIMIT + " addresses");
    }
  }

  /** As people call it. */
  public String name() {
    return resource.map(name -> name + " (" + id + ")").orElse(id);
  }
}
