package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.stream.Stream;

/** Work requests are found by what they touched. */
public final class WorkRequestRules implements Rules {
  @Override
  public boolean matches(Resource request, String filter, String value) {
    return switch (filter) {
      case "resourceId" -> touched(request).anyMatch(each -> value.equals(each.text("identifier")));
      case "resourceType" ->
          touched(request).anyMatch(each -> value.equalsIgnoreCase(each.text("entityType")));
      case "clusterId" ->
          value.equals(request.inner().text("clusterId"))
              || touched(request).anyMatch(each -> value.equals(each.text("identifier")));
      default -> Rules.super.matches(request, filter, value);
    };
  }

  private static Stream<Doc> touched(Resource request) {
    return request.body().docs("resources").stream();
  }
}
