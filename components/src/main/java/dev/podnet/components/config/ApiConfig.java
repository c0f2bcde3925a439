package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** How the stack and its kubeconfig reach the Kubernetes API. */
public record ApiConfig(
    @About("Which address is called; the public one where there is one, when left out.")
        Optional<Endpoint> endpoint,
    @About(
            value = "Proxy to a private address, as a session of OCI Bastion opens it.",
            example = "socks5://localhost:1080",
            limit = "http, https or socks5")
        Optional<String> proxyUrl,
    @About(
            value = "Command in place of 'oci' that prints a Kubernetes ExecCredential.",
            example = "[my-token-tool, --cluster, demo]")
        List<String> tokenCommand,
    @About(
            value = "File with a token, read anew as it changes, where no command can run.",
            example = "/var/run/secrets/podnet/token")
        Optional<String> tokenFile) {

  public ApiConfig {
    tokenCommand = List.copyOf(tokenCommand);
  }

  /** The two addresses of a cluster. */
  public enum Endpoint {
    PUBLIC,
    PRIVATE
  }

  /** As OKE makes it. */
  public static ApiConfig defaults() {
    return new ApiConfig(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }
}
