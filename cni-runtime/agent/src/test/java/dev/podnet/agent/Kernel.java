package dev.podnet.agent;

import java.util.List;

/** What a node's kernel shows of ours, as text, and what must be there. */
final class Kernel {
  private Kernel() {}

  /** Links, routes of both families and rules, without what belongs to the VNICs themselves. */
  static List<String> ofPods(String namespace) {
    String ip = "ip -n " + namespace + " ";
    String script =
        ip
            + "-o link show | grep -o 'pod[0-9a-f]\\{11\\}' | sort -u | sed 's/^/link /' || true\n"
            + ip
            + "-4 route show table all proto 178 | grep -v default || true\n"
            + ip
            + "-6 route show table all proto 178 | grep -v default || true\n";
    return Shell.run(script).lines().map(String::strip).sorted().toList();
  }

  /** Rules and default routes, which do not depend on pods. */
  static List<String> ofVnics(String namespace) {
    String ip = "ip -n " + namespace + " ";
    String script =
        ip
            + "-4 rule show proto 178\n"
            + ip
            + "-6 rule show proto 178\n"
            + ip
            + "-4 route show table all proto 178 | grep default || true\n";
    return Shell.run(script).lines().map(String::strip).sorted().toList();
  }
}
