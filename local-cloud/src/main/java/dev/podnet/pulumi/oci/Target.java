package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Session;
import dev.podnet.pulumi.Urn;
import dev.podnet.pulumi.oci.RestTable.RestType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One resource that an operation is about.
 *
 * @param session the engine's connection
 * @param urn where log lines go
 * @param rest its row of the table
 * @param values inputs or state, from which paths are filled
 * @param id the OCID, or what stands for it; empty before there is one
 * @param deadline when to stop waiting, on the clock of {@code System.nanoTime}
 */
record Target(
    Session session,
    String urn,
    RestType rest,
    Map<String, @Nullable Object> values,
    String id,
    long deadline) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Duration PATIENCE = Duration.ofHours(1);

  static Target of(
      Session session,
      String urn,
      RestType rest,
      Map<String, @Nullable Object> values,
      String id,
      double timeoutSeconds) {
    Duration patience =
        timeoutSeconds > 0 ? Duration.ofMillis((long) (timeoutSeconds * 1000)) : PATIENCE;
    return new Target(session, urn, rest, values, id, System.nanoTime() + patience.toNanos());
  }

  Target withId(String newId) {
    return new Target(session, urn, rest, values, newId, deadline);
  }

  /** How sentences name it: type and name, as the engine's display does. */
  String what() {
    return Urn.parse(urn).toString();
  }

  String collection() {
    return fill(rest.path());
  }

  String item() {
    String last = rest.item();
    return collection() + "/" + (last == null ? escape(id) : fill(last));
  }

  /** What Pulumi stores as the id of a resource with this OCID. */
  String stored(String ocid) {
    String form = rest.id();
    return form == null ? ocid : plain(form);
  }

  /**
   * Reads an id as given to {@code pulumi import}: the OCID alone, or a form that names the parents
   * too.
   */
  Target imported() {
    String form = rest.importForm();
    if (form == null) {
      return this;
    }
    Optional<Map<String, String>> parts = match(form, id);
    if (parts.isEmpty()) {
      return this;
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.putAll(parts.get());
    String own = parts.get().getOrDefault("id", id);
    return new Target(session, urn, rest, all, own, deadline);
  }

  private static Optional<Map<String, String>> match(String form, String text) {
    List<String> names = new ArrayList<>();
    Matcher place = PLACE.matcher(form);
    while (place.find()) {
      names.add(place.group(1));
    }
    Matcher found = Pattern.compile(form.replaceAll("\\{\\w+}", "([^/]+)")).matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), found.group(i + 1));
    }
    return Optional.of(parts);
  }

  private String fill(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(escape(part(place.group(1)))));
  }

  private String plain(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(part(place.group(1))));
  }

  private String part(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new Failure(
          what()
              + " cannot be found by the id \""
              + id
              + "\" alone: its "
              + name
              + " is needed too. Give it as "
              + rest.importForm()
              + ".");
    }
    return String.valueOf(value);
  }

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
