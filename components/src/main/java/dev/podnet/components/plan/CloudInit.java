package dev.podnet.components.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The start-up script of nodes that need kubelet arguments of their own. */
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
      bash /run/oke-init.sh --kubelet-extra-args '@ARGUMENTS@'
      """;

  private CloudInit() {}

  /** The script; none when the kubelet's own arguments will do. {@code maxPods} 0 is no limit. */
  static Optional<String> of(boolean startupTaint, int maxPods) {
    List<String> arguments = new ArrayList<>();
    if (startupTaint) {
      arguments.add("--register-with-taints=" + STARTUP_TAINT);
    }
    if (maxPods > 0) {
      arguments.add("--max-pods=" + maxPods);
    }
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(SCRIPT.replace(ARGUMENTS, String.join(" ", arguments)));
  }
}
