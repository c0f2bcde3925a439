package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a node's routing should be.
 *
 * <pre>
 *   510  iif VNIC        → pods     what a VNIC brings may come from any pod, also of our subnets
 *   520  from its blocks → VNIC     a pod's own packets: its profile's pods, then the VNIC's router
 *   530  all             → pods     the host's packets; on a miss the next rule is asked
 * </pre>
 *
 * <p>The number of rules depends on the VNICs, never on the pods: the kernel walks them for every
 * packet that it looks up.
 *
 * @param arrivals names of the interfaces that bring packets from elsewhere, VNICs or not
 * @param sources what the host's packets to pods carry: the node's own address, of each family
 */
public record Plan(List<Vnic> vnics, Set<String> arrivals, List<Ip> sources) {

  public State with(Collection<Pod> pods) {
    Set<Route> routes = new HashSet<>();
    Set<Rule> rules = new HashSet<>();
    for (boolean ipv6 : new boolean[] {false, true}) {
      if (vnics.stream().anyMatch(vnic -> router(vnic, ipv6).isPresent())) {
        addRules(rules, ipv6);
      }
    }
    for (Vnic vnic : vnics) {
      vnic.routers().forEach(router -> routes.add(toRouter(vnic, router)));
    }
    pods.forEach(pod -> routes.addAll(routes(pod)));
    return new State(routes, rules);
  }

  private void addRules(Set<Rule> rules, boolean ipv6) {
    for (String name : arrivals) {
      rules.add(
          rule(ipv6, Numbers.RULE_ARRIVED, Optional.empty(), Optional.of(name), Numbers.PODS));
    }
    for (Vnic vnic : vnics) {
      for (Prefix block : vnic.sources()) {
        if (block.isIpv6() == ipv6) {
          Optional<Prefix> from = Optional.of(block);
          rules.add(rule(ipv6, Numbers.RULE_SOURCE, from, Optional.empty(), vnic.table()));
        }
      }
    }
    rules.add(rule(ipv6, Numbers.RULE_REST, Optional.empty(), Optional.empty(), Numbers.PODS));
  }

  /** In the table of all pods and in that of its VNIC. */
  public List<Route> routes(Pod pod) {
    List<Route> routes = new ArrayList<>();
    for (Ip ip : pod.ips()) {
      Optional<Ip> source = sources.stream().filter(own -> own.isIpv6() == ip.isIpv6()).findFirst();
      for (int table : new int[] {Numbers.PODS, pod.table()}) {
        routes.add(
            new Route(table, ip.alone(), pod.index(), Optional.empty(), source, Numbers.PROTOCOL));
      }
    }
    return routes;
  }

  private static Route toRouter(Vnic vnic, Ip router) {
    Prefix all = Prefix.around(router, 0);
    return new Route(
        vnic.table(),
        all,
        vnic.link().index(),
        Optional.of(router),
        Optional.empty(),
        Numbers.PROTOCOL);
  }

  private static Rule rule(
      boolean ipv6, int priority, Optional<Prefix> from, Optional<String> arrivedBy, int table) {
    return new Rule(ipv6, priority, from, arrivedBy, table, Numbers.PROTOCOL);
  }

  private static Optional<Ip> router(Vnic vnic, boolean ipv6) {
    return vnic.routers().stream().filter(ip -> ip.isIpv6() == ipv6).findFirst();
  }
}
