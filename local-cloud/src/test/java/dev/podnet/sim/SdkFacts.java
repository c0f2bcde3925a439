package dev.podnet.sim;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the official Go SDK says of the API, as {@code examples/clients/oci-go/operations} prints.
 *
 * @param models by service and name, then fields by name
 */
record SdkFacts(List<Operation> operations, Map<String, Map<String, Tag>> models) {
  private static final Map<String, String> BASES =
      Map.of(
          "core", "/20160918",
          "identity", "/20160918",
          "containerengine", "/20180222",
          "logging", "/20200531");

  /** One call; {@code path} is without the service's base. */
  record Operation(String service, String name, String method, String path) {
    /** Method and path, whatever the variables are called. */
    String key() {
      return key(method, BASES.get(service) + path);
    }

    static String key(String method, String path) {
      return method + " " + path.replaceAll("\\{\\w+}", "{}");
    }

    /** The kind of resource that it is about: the first step of its path. */
    String collection() {
      return path.split("/", -1)[1];
    }
  }

  /** What the struct tag of a field says. */
  record Tag(boolean mandatory, String type) {}

  Optional<Map<String, Tag>> model(String name) {
    return BASES.keySet().stream()
        .sorted()
        .map(service -> models.get(service + "." + name))
        .filter(found -> found != null)
        .findFirst();
  }

  static SdkFacts read() throws IOException, InterruptedException {
    Process go =
        new ProcessBuilder(
                "go", "run", "./operations", "core", "containerengine", "identity", "logging")
            .directory(Path.of("../examples/clients/oci-go").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (go.waitFor() != 0) {
      throw new AssertionError("The Go program that reads the SDK failed; its words are above.");
    }
    return JsonMapper.builder().build().readValue(text, SdkFacts.class);
  }
}
