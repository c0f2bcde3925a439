package dev.podnet.sim.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filters, sorts and pages a list as its query asks. */
public final class Listing {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  private Listing() {}

  static Response of(Call call, Kind kind, List<Resource> candidates) {
    var rules = call.draft().world().rules(kind.name());
    var shown = new ArrayList<Resource>();
    for (Resource resource : candidates) {
      if (kind.filters().stream()
          .allMatch(filter -> passes(call.request(), rules, resource, filter))) {
        shown.add(resource);
      }
    }
    shown.sort(order(call.request(), kind));
    return page(
        call.request(), shown.stream().map(each -> summary(call, kind, rules, each)).toList());
  }

  /** One page of documents, with the token of the next in the header. */
  public static Response page(Request request, List<Doc> all) {
    int limit = DEFAULT_LIMIT;
    int from = 0;
    try {
      String asked = request.query("limit");
      limit = asked == null ? DEFAULT_LIMIT : Integer.parseInt(asked);
      from = offset(request.query("page"));
    } catch (IllegalArgumentException _) {
      return Response.of(
          Refusal.invalid("'limit' must be a number and 'page' a token from opc-next-page."));
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      return Response.of(Refusal.invalid("'limit' must be from 1 to " + MAX_LIMIT + "."));
    }
    int start = Math.min(from, all.size());
    int end = Math.min(start + limit, all.size());
    var response = Response.ok(all.subList(start, end));
    return end < all.size() ? response.withHeader("opc-next-page", token(end)) : response;
  }

  private static int offset(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    if (!text.startsWith("from:")) {
      throw new IllegalArgumentException("not a page token");
    }
    return Integer.parseUnsignedInt(text.substring(5));
  }

  private static String token(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("from:" + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean passes(Request request, Rules rules, Resource resource, String filter) {
    var wanted = request.queries(filter);
    return wanted.isEmpty()
        || wanted.stream()
            .map(value -> filter.equals("lifecycleState") ? value.toUpperCase(Locale.ROOT) : value)
            .anyMatch(value -> rules.matches(resource, filter, value));
  }

  /** By name ascending when asked for, otherwise by time of creation, newest first, as OCI does. */
  private static Comparator<Resource> order(Request request, Kind kind) {
    String by = request.query("sortBy");
    boolean byName =
        by != null && (by.equalsIgnoreCase("DISPLAYNAME") || by.equalsIgnoreCase("NAME"));
    Comparator<Resource> order =
        byName
            ? Comparator.comparing((Resource each) -> each.body().textOr(kind.nameField(), ""))
                .thenComparingLong(Resource::order)
            : Comparator.comparingLong(Resource::order);
    String direction = request.query("sortOrder");
    boolean down = direction == null ? !byName : direction.equalsIgnoreCase("DESC");
    return down ? order.reversed() : order;
  }

  private static Doc summary(Call call, Kind kind, Rules rules, Resource resource) {
    return rules.view(call.state(), resource).without(kind.summaryOmits());
  }
}
