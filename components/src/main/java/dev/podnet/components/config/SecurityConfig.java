package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.List;

/** Who from outside may reach what. */
public record SecurityConfig(
    @About("Blocks that may reach the Kubernetes API (TCP 6443).") List<Cidr> apiClients,
    @About("Blocks that may open SSH to workers (TCP 22).") List<Cidr> sshClients,
    @About(value = "Whether workers and pods may open connections to the internet.", def = "true")
        boolean internetEgress) {

  public SecurityConfig {
    apiClients = List.copyOf(apiClients);
    sshClients = List.copyOf(sshClients);
  }

  /** Nobody from outside; out to the internet. */
  public static SecurityConfig defaults() {
    return new SecurityConfig(List.of(), List.of(), true);
  }
}
