package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** The selectors of lists and watches: labels by equality and presence, fields by equality. */
final class Selector {
  private Selector() {}

  static Predicate<JsonNode> of(String labels, String fields) {
    Predicate<JsonNode> all = object -> true;
    for (String term : labels.split(",", -1)) {
      if (!term.isBlank()) {
        all = all.and(label(term.trim()));
      }
    }
    for (String term : fields.split(",", -1)) {
      if (!term.isBlank()) {
        all = all.and(field(term.trim()));
      }
    }
    return all;
  }

  private static Predicate<JsonNode> label(String term) {
    int unequal = term.indexOf("!=");
    if (unequal > 0) {
      String name = term.substring(0, unequal);
      String value = term.substring(unequal + 2);
      return object -> !value.equals(labels(object).path(name).asText(""));
    }
    int equal = term.indexOf('=');
    if (equal > 0) {
      String name = term.substring(0, equal);
      String value = term.substring(equal + 1).replaceFirst("^=", "");
      return object -> labels(object).has(name) && value.equals(labels(object).path(name).asText());
    }
    return term.startsWith("!")
        ? object -> !labels(object).has(term.substring(1))
        : object -> labels(object).has(term);
  }

  private static Predicate<JsonNode> field(String term) {
    int equal = term.indexOf('=');
    String path = "/" + term.substring(0, Math.max(equal, 0)).replace('.', '/');
    String value = term.substring(equal + 1).replaceFirst("^=", "");
    return object -> value.equals(object.at(path).asText(""));
  }

  private static JsonNode labels(JsonNode object) {
    return object.path("metadata").path("labels");
  }
}
