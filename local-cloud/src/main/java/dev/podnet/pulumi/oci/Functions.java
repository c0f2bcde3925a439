package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.FunctionType;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.Session;
import dev.podnet.pulumi.oci.RestTable.RestFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provider's functions: they read, and filter here what REST cannot filter there. */
final class Functions {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern UPPER = Pattern.compile("_([a-z0-9])");

  private final Wire wire;
  private final OciApi api;

  Functions(Schema schema, RestTable table, OciApi api) {
    this.wire = new Wire(schema, table);
    this.api = api;
  }

  Map<String, @Nullable Object> call(
      Session session,
      FunctionType type,
      RestFunction rest,
      Map<String, @Nullable Object> arguments) {
    String path = path(rest, arguments);
    String list = rest.list();
    Map<String, @Nullable Object> object;
    if (list != null) {
      object = Map.of(list, pages(session, type, path + query(rest, arguments)));
    } else if (rest.text() != null) {
      Map<String, @Nullable Object> body = new LinkedHashMap<>(arguments);
      body.keySet().removeIf(name -> rest.path().contains("{" + name + "}"));
      Reply reply =
          api.send(
              session, type.token(), Objects.requireNonNullElse(rest.method(), "GET"), path, body);
      object = Map.of(rest.text(), String.valueOf(reply.body()));
    } else {
      object = api.send(session, type.token(), "GET", path + query(rest, arguments), null).object();
    }
    Map<String, @Nullable Object> outputs =
        new LinkedHashMap<>(wire.outputs(null, type.outputs(), object, arguments));
    if (list != null && arguments.get("filters") instanceof List<?> filters) {
      outputs.computeIfPresent(list, (name, items) -> filtered((List<?>) items, filters));
    }
    // Where the object has no id of its own, anything stable will do.
    outputs.putIfAbsent("id", type.token() + "/" + Integer.toHexString(arguments.hashCode()));
    return outputs;
  }

  private static String path(RestFunction rest, Map<String, @Nullable Object> arguments) {
    return PLACE
        .matcher(rest.path())
        .replaceAll(place -> Target.escape(String.valueOf(arguments.get(place.group(1)))));
  }

  private String query(RestFunction rest, Map<String, @Nullable Object> arguments) {
    StringBuilder query = new StringBuilder();
    arguments.forEach((name, value) -> {
      boolean asked = !name.equals("filters") && !rest.path().contains("{" + name + "}");
      if (asked && value != null) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(wire.name(null, name))
            .append('=')
            .append(Target.escape(String.valueOf(value)));
      }
    });
    return query.toString();
  }

  private List<@Nullable Object> pages(Session session, FunctionType type, String path) {
    List<@Nullable Object> items = new ArrayList<>();
    String next = "";
    while (next != null) {
      String page =
          next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "page=" + Target.escape(next);
      Reply reply = api.send(session, type.token(), "GET", path + page, null);
      items.addAll(reply.items());
      next = reply.header("opc-next-page");
    }
    return items;
  }

  private static List<?> filtered(List<?> items, List<?> filters) {
    return items.stream()
        .filter(item -> filters.stream().allMatch(filter -> passes(item, filter)))
        .toList();
  }

  /** Filters name properties as Terraform does, with underscores. */
  private static boolean passes(Object item, Object filter) {
    if (!(item instanceof Map<?, ?> properties) || !(filter instanceof Map<?, ?> wanted)) {
      return false;
    }
    String name =
        UPPER
            .matcher(String.valueOf(wanted.get("name")))
            .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    String value = Objects.toString(properties.get(name), "");
    boolean regex = Boolean.TRUE.equals(wanted.get("regex"));
    return wanted.get("values") instanceof List<?> values
        && values.stream()
            .map(String::valueOf)
            .anyMatch(
                each -> regex ? Pattern.compile(each).matcher(value).find() : each.equals(value));
  }
}
