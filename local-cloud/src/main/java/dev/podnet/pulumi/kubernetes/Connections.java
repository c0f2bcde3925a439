package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API that each provider instance is configured for. */
final class Connections {
  private final Path other;
  private final Map<String, KubernetesClient> clients = new ConcurrentHashMap<>();

  Connections(Path other) {
    this.other = other;
  }

  /** The client; empty while the kubeconfig is unknown (in a preview) or not given. */
  Optional<KubernetesClient> known(Session session) {
    try {
      if (Files.exists(other)) {
        Path file = Path.of(Files.readString(other).strip());
        return Optional.of(client(Files.readString(file), file.toAbsolutePath().getParent()));
      }
      Object given = settings(session).get("kubeconfig");
      if (!(given instanceof String text) || text.isBlank()) {
        return Optional.empty();
      }
      if (text.contains("\n") || text.contains("{")) {
        return Optional.of(client(text, Path.of("")));
      }
      Path file = Path.of(text);
      return Optional.of(client(Files.readString(file), file.toAbsolutePath().getParent()));
    } catch (IOException | InvalidPathException e) {
      throw new Failure("The kubeconfig cannot be read: " + e.getMessage(), e);
    }
  }

  boolean deleteUnreachable(Session session) {
    return "true".equals(Objects.toString(settings(session).get("deleteUnreachable"), ""));
  }

  String namespace(Session session) {
    return Objects.toString(settings(session).get("namespace"), "default");
  }

  private KubernetesClient client(String kubeconfig, @Nullable Path folder) {
    return clients.computeIfAbsent(
        kubeconfig,
        text ->
            new KubernetesClient(Kubeconfig.parse(text, folder == null ? Path.of("/") : folder)));
  }

  private static Map<String, @Nullable Object> settings(Session session) {
    Map<String, @Nullable Object> settings = session.configuration();
    return settings == null ? Map.of() : settings;
  }
}
