package dev.podnet.components.plan;

import dev.podnet.components.config.CloudInitPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The start-up data of nodes that need kubelet arguments or parts of their own. */
final class CloudInit {
  /** Keeps pods away until the packaged CNI serves; the agent removes it. */
  static final String STARTUP_TAINT = "podnet.dev/cni-not-ready:NoSchedule";

  private static final String ARGUMENTS = "@ARGUMENTS@";

  // A node pool has no field for taints: a node's own start-up is the only place to register one.
  private static final String SCRIPT =
      """
      #!/usr/bin/env bash
      set -euo pipefail
      curl --fail --silent --show-error --location --header 'Authorization: Bearer Oracle' \\
        http://169.254.169.254/opc/v2/instance/metadata/oke_init_script | base64 --decode > /run/oke-init.sh
      bash /run/oke-init.sh@ARGUMENTS@
      """;

  private CloudInit() {}

  /**
   * The start-up data; none when what OKE gives to nodes by itself will do.
   *
   * @param maxPods 0 for no limit but OKE's
   * @param parts the user's own
   */
  static Optional<String> of(boolean startupTaint, int maxPods, List<CloudInitPart> parts) {
    List<String> arguments = new ArrayList<>();
    if (startupTaint) {
      arguments.add("--register-with-taints=" + STARTUP_TAINT);
    }
    if (maxPods > 0) {
      arguments.add("--max-pods=" + maxPods);
    }
    if (arguments.isEmpty() && parts.isEmpty()) {
      return Optional.empty();
    }
    String script = SCRIPT.replace(ARGUMENTS, extra(arguments));
    return Optional.of(parts.isEmpty() ? script : multipart(parts, script));
  }

  private static String extra(List<String> arguments) {
    return arguments.isEmpty() ? "" : " --kubelet-extra-args '" + String.join(" ", arguments) + "'";
  }

  // Data of one's own replaces OKE's, so the script that joins the cluster comes with it. It is the
  // last part: cloud-init runs scripts in order, and a node that has joined gets pods at once.
  private static String multipart(List<CloudInitPart> parts, String script) {
    List<CloudInitPart> all = new ArrayList<>(parts);
    all.add(new CloudInitPart("text/x-shellscript", script));
    String boundary = boundary(all);
    StringBuilder text = new StringBuilder("MIME-Version: 1.0\n");
    text.append("Content-Type: multipart/mixed; boundary=\"").append(boundary).append("\"\n");
    for (CloudInitPart part : all) {
      text.append("\n--").append(boundary).append("\nContent-Type: ").append(part.contentType());
      text.append("; charset=\"utf-8\"\n\n").append(part.content());
    }
    return text.append("\n--").append(boundary).append("--\n").toString();
  }

  /** A line that is in no part, and the same from run to run. */
  private static String boundary(List<CloudInitPart> parts) {
    StringBuilder boundary = new StringBuilder("podnet-start-up");
    while (parts.stream().anyMatch(p -> p.content().contains(boundary))) {
      boundary.append('-');
    }
    return boundary.toString();
  }
}
