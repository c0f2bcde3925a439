package dev.podnet.components.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.ApiConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the settings change of OKE's kubeconfig. */
class KubeconfigTest {
  private static final String OKE =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - name: c
        cluster: {server: "https://10.0.0.5:6443"}
      users:
      - name: u
        user:
          exec: {command: oci, args: [ce, cluster, generate-token]}
      """;

  private static ApiConfig api(Optional<String> proxy, List<String> command, String file) {
    return new ApiConfig(
        Optional.empty(), proxy, command, Optional.of(file).filter(f -> !f.isEmpty()));
  }

  @Test
  void withoutSettingsItIsOkesToTheLetter() {
    assertThat(Kubeconfig.adjusted(OKE, ApiConfig.defaults())).isEqualTo(OKE);
  }

  @Test
  void aProxyIsNamedBesideTheServer() {
    String text =
        Kubeconfig.adjusted(OKE, api(Optional.of("socks5://localhost:1080"), List.of(), ""));

    assertThat(only(text, "clusters", "cluster"))
        .isEqualTo(
            Map.of("server", "https://10.0.0.5:6443", "proxy-url", "socks5://localhost:1080"));
    assertThat(text).contains("generate-token");
  }

  @Test
  void anotherCommandOrAFileTakesThePlaceOfOci() {
    String command = Kubeconfig.adjusted(OKE, api(Optional.empty(), List.of("tool", "x"), ""));
    String file = Kubeconfig.adjusted(OKE, api(Optional.empty(), List.of(), "/run/token"));

    assertThat(only(command, "users", "user"))
        .isEqualTo(
            Map.of(
                "exec",
                Map.of(
                    "apiVersion",
                    "client.authentication.k8s.io/v1beta1",
                    "interactiveMode",
                    "Never",
                    "command",
                    "tool",
                    "args",
                    List.of("x"))));
    assertThat(only(file, "users", "user")).isEqualTo(Map.of("tokenFile", "/run/token"));
  }

  private static @Nullable Object only(String text, String list, String part) {
    return Example.yaml(text) instanceof Map<?, ?> tree
            && tree.get(list) instanceof List<?> items
            && items.get(0) instanceof Map<?, ?> item
        ? item.get(part)
        : null;
  }
}
