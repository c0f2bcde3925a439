package dev.podnet.localcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Pulumi's file backend keeps of stacks in the state directory, as one JSON object: by path
 * the stack's document, and the text of the backend's own file. History, backups and locks are left
 * out.
 */
final class StoredStacks {
  /** Stands for the state directory, whose place is no part of a state. */
  private static final String HERE = "${PODNET_STATE}";

  private static final String META = "meta.yaml";

  private StoredStacks() {}

  static ObjectNode read(Path state) throws IOException, Snapshot.Refused {
    ObjectNode found = Snapshot.MAPPER.createObjectNode();
    Path folder = folder(state);
    if (!Files.isDirectory(folder.resolve("stacks"))) {
      return found;
    }
    for (Path file : stackFiles(folder)) {
      String text = Files.readString(file).replace(state.toString(), HERE);
      try {
        found.set(folder.relativize(file).toString(), Snapshot.MAPPER.readTree(text));
      } catch (JsonProcessingException e) {
        throw new Snapshot.Refused("the stack in " + file + " is not JSON");
      }
    }
    if (!found.isEmpty() && Files.exists(folder.resolve(META))) {
      found.put(META, Files.readString(folder.resolve(META)));
    }
    return found;
  }

  /** Writes the stacks below another directory, as they will be in the state directory. */
  static void write(Path directory, Path state, JsonNode stacks)
      throws IOException, Snapshot.Refused {
    Path folder = folder(directory);
    for (Map.Entry<String, JsonNode> each : stacks.properties()) {
      Path file = folder.resolve(each.getKey()).normalize();
      if (!isStack(folder, file) && !file.equals(folder.resolve(META))) {
        throw new Snapshot.Refused("\"" + each.getKey() + "\" is no file of a stack");
      }
      Files.createDirectories(file.getParent());
      JsonNode content = each.getValue();
      String text = content.isTextual() ? content.asText() : content.toPrettyString() + "\n";
      Files.writeString(file, text.replace(HERE, state.toString()));
    }
  }

  private static List<Path> stackFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("stacks"))) {
      return files
          .filter(file -> Files.isRegularFile(file) && isStack(folder, file))
          .sorted()
          .toList();
    }
  }

  private static boolean isStack(Path folder, Path file) {
    return file.startsWith(folder.resolve("stacks")) && file.toString().endsWith(".json");
  }

  private static Path folder(Path state) {
    return state.resolve("pulumi").resolve(".pulumi");
  }
}
