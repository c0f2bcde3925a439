package dev.podnet.pulumi.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import dev.podnet.pulumi.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.Language.ProgramInfo;
import pulumirpc.Language.RunRequest;

/**
 * A program and the environment it runs in.
 *
 * @param jar what {@code runtime.options.binary} of Pulumi.yaml names
 * @param directory its working directory
 * @param environment variables to set, on top of those of the caller
 */
record Program(Path jar, Path directory, Map<String, String> environment) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the engine asks to be run. */
  static Program of(RunRequest request, String engine) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PULUMI_MONITOR", request.getMonitorAddress());
    environment.put("PULUMI_ENGINE", engine);
    environment.put("PULUMI_PROJECT", request.getProject());
    environment.put("PULUMI_STACK", request.getStack());
    environment.put("PULUMI_ORGANIZATION", request.getOrganization());
    environment.put("PULUMI_ROOT_DIRECTORY", request.getInfo().getRootDirectory());
    environment.put("PULUMI_DRY_RUN", String.valueOf(request.getDryRun()));
    environment.put("PULUMI_PARALLEL", String.valueOf(request.getParallel()));
    environment.put("PULUMI_CONFIG", json(request.getConfigMap()));
    environment.put(
        "PULUMI_CONFIG_SECRET_KEYS", json(List.copyOf(request.getConfigSecretKeysList())));
    return new Program(jar(request.getInfo()), Path.of(request.getPwd()), Map.copyOf(environment));
  }

  /** The packaged program that the project names. */
  static Path jar(ProgramInfo info) {
    Struct options = info.getOptions();
    String binary =
        options.containsFields("binary") ? options.getFieldsOrThrow("binary").getStringValue() : "";
    if (binary.isEmpty()) {
      throw new Failure(
          "Pulumi.yaml of "
              + info.getRootDirectory()
              + " does not name a packaged program: set"
              + " runtime.options.binary to a jar. The local cloud runs jars only, it does not"
              + " call Maven or Gradle.");
    }
    Path jar = Path.of(info.getProgramDirectory()).resolve(binary).normalize();
    if (!Files.isRegularFile(jar)) {
      throw new Failure(
          "The program's jar "
              + jar
              + " is not there: build it with \"mvn -DskipTests package\" in "
              + info.getRootDirectory()
              + ".");
    }
    return jar;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
