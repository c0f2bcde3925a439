package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import dev.podnet.node.Change.BringUp;
import dev.podnet.node.Change.CreatePair;
import dev.podnet.node.Change.DeleteRoute;
import dev.podnet.node.Change.DeleteRule;
import dev.podnet.node.Change.PutAddress;
import dev.podnet.node.Change.PutNeighbour;
import dev.podnet.node.Change.PutRoute;
import dev.podnet.node.Change.PutRule;
import dev.podnet.node.Change.SetGroup;
import dev.podnet.node.Change.SetLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages to the kernel, in their order, for what happens to a pod or to a node. */
public final class Steps {
  /** Every namespace's own. */
  private static final int LOOPBACK = 1;

  /** The kernel's number of a namespace's main table. */
  private static final int MAIN = 254;

  /** As {@code ip route} would say "static". */
  private static final int STATIC = 4;

  private Steps() {}

  /** On the host, for a new pod. */
  public static List<Change> connect(Plan plan, Pod pod, int netnsDescriptor) {
    List<Change> steps = new ArrayList<>();
    steps.add(new CreatePair(pod, netnsDescriptor));
    steps.add(new SetLink(pod.index(), pod.alias(), Numbers.GROUP));
    // Known beforehand, so that no packet waits for a question and no answer can be forged.
    pod.ips().forEach(ip -> steps.add(new PutNeighbour(pod.index(), ip, pod.mac())));
    plan.routes(pod).forEach(route -> steps.add(new PutRoute(route)));
    return steps;
  }

  /** In the pod's namespace. */
  public static List<Change> configure(Pod pod) {
    List<Change> steps = new ArrayList<>();
    steps.add(new BringUp(LOOPBACK));
    steps.add(new BringUp(pod.index()));
    for (Ip ip : pod.ips()) {
      Ip gateway = gateway(ip);
      steps.add(new PutAddress(pod.index(), ip.alone()));
      steps.add(new PutNeighbour(pod.index(), gateway, Numbers.HOST_MAC));
      Prefix all = Prefix.around(ip, 0);
      steps.add(
          new PutRoute(
              new Route(MAIN, all, pod.index(), Optional.of(gateway), Optional.empty(), STATIC)));
    }
    return steps;
  }

  public static Ip gateway(Ip ip) {
    return ip.isIpv6() ? Numbers.GATEWAY6 : Numbers.GATEWAY4;
  }

  /** Traffic to the pod ends at once; its link waits for others to be removed with. */
  public static List<Change> disconnect(Plan plan, Pod pod) {
    List<Change> steps = new ArrayList<>();
    plan.routes(pod).forEach(route -> steps.add(new DeleteRoute(route)));
    steps.add(new SetGroup(pod.index(), Numbers.GROUP_LEAVING));
    return steps;
  }

  /** From what is to what should be: nothing is missing at any moment that is in both. */
  public static List<Change> between(State actual, State desired) {
    List<Change> steps = new ArrayList<>();
    actual.rules().stream()
        .filter(rule -> !desired.rules().contains(rule))
        .forEach(rule -> steps.add(new DeleteRule(rule)));
    actual.routes().stream()
        .filter(route -> !desired.routes().contains(route))
        .forEach(route -> steps.add(new DeleteRoute(route)));
    desired.routes().stream()
        .filter(route -> !actual.routes().contains(route))
        .forEach(route -> steps.add(new PutRoute(route)));
    desired.rules().stream()
        .filter(rule -> !actual.rules().contains(rule))
        .forEach(rule -> steps.add(new PutRule(rule)));
    return steps;
  }
}
