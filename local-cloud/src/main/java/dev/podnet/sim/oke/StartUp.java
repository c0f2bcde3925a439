package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the start-up data of a self-managed node asks for: nothing runs here, so it is read. */
final class StartUp {
  private static final Pattern ENDPOINT =
      Pattern.compile("--apiserver-endpoint[ =]\"?([0-9a-fA-F.:]+)");
  private static final Pattern AUTHORITY =
      Pattern.compile("--kubelet-ca-cert[ =]\"?([A-Za-z0-9+/=]+)");
  private static final Pattern LABELS = Pattern.compile("--node-labels[ =]([^ '\"]+)");

  private final String data;

  private StartUp(String data) {
    this.data = data;
  }

  static StartUp of(Resource instance) {
    String encoded = instance.body().doc("metadata").textOr("user_data", "");
    try {
      return new StartUp(
          new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new StartUp("");
    }
  }

  /** The API server that the kubelet registers with; without its certificate it trusts none. */
  Optional<String> endpoint() {
    return AUTHORITY.matcher(data).find() ? first(ENDPOINT) : Optional.empty();
  }

  List<Doc> labels() {
    var labels = new ArrayList<Doc>();
    for (String label : first(LABELS).map(text -> text.split(",", -1)).orElse(new String[0])) {
      int equals = label.indexOf('=');
      if (equals > 0) {
        labels.add(Doc.of("key", label.substring(0, equals), "value", label.substring(equals + 1)));
      }
    }
    return labels;
  }

  private Optional<String> first(Pattern pattern) {
    Matcher found = pattern.matcher(data);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
