package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.List;

/** Who from outside may reach what, and what may reach the outside. */
public record SecurityConfig(
    @About("Blocks that may reach the Kubernetes API (TCP 6443).") List<Cidr> clients,
    @About("Blocks that may open SSH to workers (TCP 22).") List<Cidr> sshClients,
    @About("Blocks that may reach node ports, as behind a load balancer that keeps addresses.")
        List<Cidr> nodePortClients,
    @About("Blocks that may reach load balancers (TCP 443).") List<Cidr> listenerClients,
    @About(value = "Whether workers may open connections to the internet.", def = "true")
        boolean workerInternet,
    @About(value = "Whether pods may open HTTPS connections to the internet.", def = "true")
        boolean podInternet) {

  public SecurityConfig {
    clients = List.copyOf(clients);
    sshClients = List.copyOf(sshClients);
    nodePortClients = List.copyOf(nodePortClients);
    listenerClients = List.copyOf(listenerClients);
  }

  /** Nobody from outside; out to the internet. */
  public static SecurityConfig defaults() {
    return new SecurityConfig(List.of(), List.of(), List.of(), List.of(), true, true);
  }
}
