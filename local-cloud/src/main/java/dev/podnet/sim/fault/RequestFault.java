package dev.podnet.sim.fault;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Request;
import dev.podnet.sim.model.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can happen to requests of one kind.
 *
 * @param method or * for any
 * @param path segments; * is any one, ** any rest
 * @param chance of hundred
 * @param times at most, for the same request
 * @param answer given in place of doing anything
 * @param lose whether the answer does not arrive, though the effect stays
 * @param ignore fields of the body, dots between levels, that stay as they are
 * @param ignoreNew the same for fields that the resource does not have yet
 * @param drop fields of the answer that come empty
 */
record RequestFault(
    String method,
    List<String> path,
    long chance,
    long times,
    Optional<Response> answer,
    boolean lose,
    List<String> ignore,
    List<String> ignoreNew,
    List<String> drop) {

  static RequestFault of(Doc row) {
    String[] on = row.need("on").split(" /?", 2);
    return new RequestFault(
        on[0],
        List.of(on[1].split("/", -1)),
        row.numberOr("chance", 100),
        row.numberOr("times", Long.MAX_VALUE),
        row.has("answer") ? Optional.of(answer(row.doc("answer"))) : Optional.empty(),
        row.flag("lose"),
        row.texts("ignore"),
        row.texts("ignoreNew"),
        row.texts("drop"));
  }

  boolean matches(Request request) {
    if (!method.equals("*") && !method.equals(request.method())) {
      return false;
    }
    var given = request.path();
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).equals("**")) {
        return true;
      }
      if (i >= given.size()) {
        return false;
      }
      if (!path.get(i).equals("*") && !path.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return path.size() == given.size();
  }

  private static Response answer(Doc row) {
    var headers = new LinkedHashMap<String, String>();
    row.doc("headers").asMap().forEach((name, value) -> headers.put(name, value.toString()));
    return new Response(
        (int) row.numberOr("status", 500),
        headers,
        row.has("body")
            ? row.doc("body")
            : Doc.of(Map.of("code", row.need("code"), "message", row.need("message"))));
  }
}
