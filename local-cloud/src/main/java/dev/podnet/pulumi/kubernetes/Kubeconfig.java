package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The cluster and the user that a kubeconfig's current context names.
 *
 * @param cluster its settings
 * @param user its settings
 * @param folder what relative paths in it are relative to
 */
record Kubeconfig(Map<?, ?> cluster, Map<?, ?> user, Path folder) {

  /** Reads the text of a kubeconfig. */
  static Kubeconfig parse(String text, Path folder) {
    Object tree;
    try {
      tree = new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new Failure("The provider's kubeconfig is not YAML: " + e.getMessage(), e);
    }
    if (!(tree instanceof Map<?, ?> root)) {
      throw new Failure("The provider's kubeconfig is empty or no kubeconfig at all.");
    }
    String context = Objects.toString(root.get("current-context"), "");
    Map<?, ?> current = named(root, "contexts", context, "context");
    return new Kubeconfig(
        named(root, "clusters", Objects.toString(current.get("cluster"), ""), "cluster"),
        current.get("user") == null
            ? Map.of()
            : named(root, "users", Objects.toString(current.get("user"), ""), "user"),
        folder);
  }

  private static Map<?, ?> named(Map<?, ?> root, String list, String name, String part) {
    if (root.get(list) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> map && name.equals(map.get("name"))) {
          return map.get(part) instanceof Map<?, ?> found ? found : Map.of();
        }
      }
    }
    throw new Failure("The provider's kubeconfig has no entry \"" + name + "\" in " + list + ".");
  }

  String server() {
    return Objects.toString(cluster.get("server"), "").replaceFirst("/$", "");
  }

  boolean insecure() {
    return Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify"));
  }

  /** A certificate or key, given inside or as a file; null when it is not given. */
  @Nullable String pem(Map<?, ?> part, String name) {
    if (part.get(name + "-data") instanceof String data) {
      return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
    }
    return part.get(name) instanceof String file ? file(file) : null;
  }

  String file(String name) {
    Path path = folder.resolve(name);
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new Failure(
          "The kubeconfig names " + path + ", which cannot be read: " + e.getMessage(), e);
    }
  }
}
