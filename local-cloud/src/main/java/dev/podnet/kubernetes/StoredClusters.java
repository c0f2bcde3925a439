package dev.podnet.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The file of {@link EmbeddedKubernetes} while nobody serves it, as one JSON object: by cluster its
 * port, and the entries of its {@link ObjectStore}.
 */
public final class StoredClusters {
  private StoredClusters() {}

  /** All clusters in a file; none when there is no file. */
  public static ObjectNode read(Path file, JsonMapper mapper) throws JsonProcessingException {
    ObjectNode clusters = mapper.createObjectNode();
    if (!Files.exists(file)) {
      return clusters;
    }
    try (MVStore store = MVStore.open(file.toString())) {
      MVMap<String, Integer> ports = store.openMap(EmbeddedKubernetes.PORTS);
      for (Map.Entry<String, Integer> each : ports.entrySet()) {
        ObjectNode cluster = clusters.putObject(each.getKey());
        cluster.put("port", each.getValue());
        ObjectNode entries = cluster.putObject("entries");
        MVMap<String, String> objects = store.openMap(EmbeddedKubernetes.objects(each.getKey()));
        for (Map.Entry<String, String> object : objects.entrySet()) {
          entries.set(object.getKey(), mapper.readTree(object.getValue()));
        }
      }
    }
    return clusters;
  }

  /** Writes a new file. */
  public static void write(Path file, JsonNode clusters) {
    try (MVStore store = MVStore.open(file.toString())) {
      MVMap<String, Integer> ports = store.openMap(EmbeddedKubernetes.PORTS);
      for (Map.Entry<String, JsonNode> each : clusters.properties()) {
        ports.put(each.getKey(), each.getValue().path("port").asInt());
        MVMap<String, String> objects = store.openMap(EmbeddedKubernetes.objects(each.getKey()));
        for (Map.Entry<String, JsonNode> entry : each.getValue().path("entries").properties()) {
          objects.put(entry.getKey(), entry.getValue().toString());
        }
      }
    }
  }
}
