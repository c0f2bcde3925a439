package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is not granted, in Kubernetes' own form: a Status object. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String reason;

  private Refusal(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, "BadRequest", message);
  }

  static Refusal notFound(String what, String name) {
    return new Refusal(404, "NotFound", what + " \"" + name + "\" not found");
  }

  static Refusal noSuchPath() {
    return new Refusal(404, "NotFound", "the server could not find the requested resource");
  }

  static Refusal exists(String what, String name) {
    return new Refusal(409, "AlreadyExists", what + " \"" + name + "\" already exists");
  }

  static Refusal conflict(String what, String name) {
    return new Refusal(
        409,
        "Conflict",
        "Operation cannot be fulfilled on "
            + what
            + " \""
            + name
            + "\": the object has been modified; please apply your changes to the latest version"
            + " and try again");
  }

  static Refusal unsupported(String what) {
    return new Refusal(415, "UnsupportedMediaType", what);
  }

  static Refusal notAllowed(String method) {
    return new Refusal(405, "MethodNotAllowed", method + " is not allowed here");
  }

  int code() {
    return code;
  }

  ObjectNode status() {
    return Json.object()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", "Failure")
        .put("message", getMessage())
        .put("reason", reason)
        .put("code", code);
  }
}
