package dev.podnet.components.plan;

import dev.podnet.components.config.CloudInitPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The start-up data of nodes that need kubelet arguments or parts of their own, and of those that
 * join the cluster by themselves.
 */
public final class CloudInit {
  /** Stands for the private address of the cluster's API, known once it exists. */
  public static final String ENDPOINT = "@ENDPOINT@";

  /** Stands for the certificate of the cluster's authority in Base64, known once it exists. */
  public static final String AUTHORITY = "@AUTHORITY@";

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

  // Oracle, Working with Self-Managed Nodes: cloud-init script.
  private static final String JOINING =
      """
      #!/usr/bin/env bash
      set -euo pipefail
      bash /etc/oke/oke-install.sh --apiserver-endpoint "@ENDPOINT@" --kubelet-ca-cert "@AUTHORITY@"@ARGUMENTS@
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
    return Optional.of(data(parts, SCRIPT, arguments));
  }

  /**
   * The start-up data of a self-managed node: nobody but the kubelet itself gives it labels.
   *
   * @param parts the user's own
   */
  static String joining(
      boolean startupTaint, Map<String, String> labels, List<CloudInitPart> parts) {
    List<String> arguments = new ArrayList<>();
    if (startupTaint) {
      arguments.add("--register-with-taints=" + STARTUP_TAINT);
    }
    if (!labels.isEmpty()) {
      arguments.add(
          "--node-labels="
              + labels.entrySet().stream()
                  .map(l -> l.getKey() + "=" + l.getValue())
                  .collect(Collectors.joining(",")));
    }
    return data(parts, JOINING, arguments);
  }

  private static String data(List<CloudInitPart> parts, String script, List<String> arguments) {
    String filled = script.replace(ARGUMENTS, extra(arguments));
    return parts.isEmpty() ? filled : multipart(parts, filled);
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
