package dev.podnet.sim.model;

import java.util.Map;

/** A request that has found its route. {@code params} are the path's variables. */
public record Call(Draft draft, Request request, Map<String, String> params) {
  public String param(String name) {
    var value = params.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no variable '" + name + "'.");
    }
    return value;
  }

  public Doc body() {
    return request.body();
  }

  public State state() {
    return draft;
  }
}
