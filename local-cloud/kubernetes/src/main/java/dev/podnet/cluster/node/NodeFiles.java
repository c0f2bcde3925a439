package dev.podnet.cluster.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.podnet.cluster.control.Credentials;
import dev.podnet.cluster.pki.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a node finds in {@code /etc/kubernetes}: its identity and its programs' configurations. */
final class NodeFiles {
  private final Path etc;
  private final NodeOptions options;
  private final NodeNetwork network;

  NodeFiles(Path etc, NodeOptions options, NodeNetwork network) {
    this.etc = etc;
    this.options = options;
    this.network = network;
  }

  void write(Credentials credentials, String controlGroup) {
    String name = options.name();
    Identity identity =
        credentials
            .authority()
            .server(
                "system:node:" + name,
                List.of("system:nodes"),
                List.of(name, network.address(), "127.0.0.1"));
    identity.writeTo(etc, "kubelet");
    copy(credentials.kubeconfig("node-" + name, identity), "kubelet.kubeconfig");
    copy(credentials.kubeconfig("proxy"), "proxy.kubeconfig");
    copy(credentials.kubeconfig("admin").resolveSibling("../pki/ca.crt").normalize(), "ca.crt");
    text("containerd.toml", resource("containerd.toml"));
    text("kubelet.yaml", kubelet(controlGroup));
    text("proxy.yaml", proxy());
    if (options.bridge()) {
      text("10-bridge.conflist", bridge());
    }
  }

  private String kubelet(String controlGroup) {
    return """
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    address: %s
    authentication:
      anonymous: {enabled: false}
      webhook: {enabled: true}
      x509: {clientCAFile: /etc/kubernetes/ca.crt}
    authorization: {mode: Webhook}
    tlsCertFile: /etc/kubernetes/kubelet.crt
    tlsPrivateKeyFile: /etc/kubernetes/kubelet.key
    containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
    cgroupDriver: cgroupfs
    cgroupRoot: /%s
    failCgroupV1: false
    failSwapOn: false
    resolvConf: ""
    healthzBindAddress: 127.0.0.1
    readOnlyPort: 0
    maxPods: %d
    evictionHard: {memory.available: 100Mi}
    imageGCHighThresholdPercent: 100
    nodeStatusUpdateFrequency: 2s
    syncFrequency: 10s
    registerWithTaints: [%s]
    """
        .formatted(
            network.address(),
            controlGroup,
            options.maxPods(),
            options.taints().stream().map(NodeFiles::taint).collect(Collectors.joining(", ")));
  }

  /** As people write it, key=value:effect, to the object that Kubernetes reads. */
  private static String taint(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("A taint is key:effect or key=value:effect, not " + text);
    }
    String[] keyAndValue = text.substring(0, colon).split("=", 2);
    return "{key: %s, value: \"%s\", effect: %s}"
        .formatted(
            keyAndValue[0],
            keyAndValue.length > 1 ? keyAndValue[1] : "",
            text.substring(colon + 1));
  }

  private String proxy() {
    return """
    apiVersion: kubeproxy.config.k8s.io/v1alpha1
    kind: KubeProxyConfiguration
    clientConnection: {kubeconfig: /etc/kubernetes/proxy.kubeconfig}
    hostnameOverride: %s
    mode: iptables
    bindAddress: %s
    # These are settings of the whole machine.
    conntrack: {maxPerCore: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
    """
        .formatted(options.name(), network.address());
  }

  private String bridge() {
    return """
    {"cniVersion": "1.0.0", "name": "bridge", "plugins": [
      {"type": "bridge", "bridge": "cni0", "isGateway": true, "hairpinMode": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "%s"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}
    """
        .formatted(network.pods());
  }

  private void copy(Path from, String name) {
    try {
      Files.copy(from, etc.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String name, String text) {
    try {
      Files.writeString(etc.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(NodeFiles.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
