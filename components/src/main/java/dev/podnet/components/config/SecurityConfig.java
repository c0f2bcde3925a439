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
        boolean podInternet,
    @About(
            value =
                "Which rules: all that Oracle requires, or only those that Oracle's examples have.",
            def = "complete")
        RuleSet rules,
    @About(
            value = "Where rules stand: in security groups, or in the subnets' security lists.",
            def = "groups")
        Render render,
    @About("Rules of your own, beside the required ones.") List<ExtraRuleConfig> extra) {

  public SecurityConfig {
    clients = List.copyOf(clients);
    sshClients = List.copyOf(sshClients);
    nodePortClients = List.copyOf(nodePortClients);
    listenerClients = List.copyOf(listenerClients);
    extra = List.copyOf(extra);
  }

  /** Sets of rules; each row of the table names those it belongs to. */
  public enum RuleSet {
    COMPLETE,
    NARROW
  }

  /** What carries the rules. */
  public enum Render {
    GROUPS,
    LISTS
  }

  /** Nobody from outside; out to the internet. */
  public static SecurityConfig defaults() {
    return new SecurityConfig(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        true,
        RuleSet.COMPLETE,
        Render.GROUPS,
        List.of());
  }
}
