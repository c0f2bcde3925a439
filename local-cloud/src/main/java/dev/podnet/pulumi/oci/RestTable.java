package dev.podnet.pulumi.oci;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of this provider: {@code rest.json}, which says at its head what each key means.
 *
 * @param names Pulumi names whose REST names differ, for all types
 * @param numbers properties that are text in Pulumi and numbers in REST (64-bit in the original)
 * @param dotted maps that are nested in REST and have dotted keys in Pulumi, with their depth
 * @param sets lists whose order means nothing
 */
record RestTable(
    @JsonProperty("_") String about,
    Map<String, RestType> resources,
    Map<String, RestFunction> functions,
    Map<String, String> names,
    Set<String> numbers,
    Map<String, Integer> dotted,
    Set<String> sets) {

  /** How one resource type is reached. Keys that a row leaves out are null or empty. */
  @JsonDeserialize
  record RestType(
      String path,
      @Nullable String item,
      @Nullable String id,
      @JsonProperty("import") @Nullable String importForm,
      @Nullable String entity,
      @Nullable String adopts,
      @Nullable String special,
      @Nullable String deleteOnlyIf,
      boolean flatPorts,
      Map<String, String> names,
      Map<String, Object> defaults,
      Map<String, String> deleteQuery,
      List<String> local,
      List<String> clears) {

    RestType {
      names = orElse(names, Map.of());
      defaults = orElse(defaults, Map.of());
      deleteQuery = orElse(deleteQuery, Map.of());
      local = orElse(local, List.of());
      clears = orElse(clears, List.of());
    }

    /**
     * The service and its version, such as {@code /20180222}: work requests are asked for there.
     */
    String api() {
      return path.substring(0, path.indexOf('/', 1));
    }
  }

  /**
   * How one function is reached.
   *
   * @param list the output that holds the items of a collection
   * @param text the output that holds an answer that is not JSON
   */
  record RestFunction(
      String path, @Nullable String method, @Nullable String list, @Nullable String text) {}

  static RestTable load() {
    try (InputStream in =
        Objects.requireNonNull(RestTable.class.getResourceAsStream("rest.json"), "rest.json")) {
      return new ObjectMapper().readValue(in, RestTable.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
