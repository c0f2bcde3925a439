package dev.podnet.sim.model;

import java.util.Optional;
import java.util.function.Supplier;

/** An expected failure: the status, code and message of an OCI error body. */
public record Refusal(int status, String code, String message) {

  public static Refusal invalid(String message) {
    return new Refusal(400, "InvalidParameter", message);
  }

  public static Refusal missing(String message) {
    return new Refusal(400, "MissingParameter", message);
  }

  public static Refusal limit(String message) {
    return new Refusal(400, "LimitExceeded", message);
  }

  public static Refusal notFound(String what) {
    return new Refusal(
        404,
        "NotAuthorizedOrNotFound",
        "Authorization failed or requested resource not found: " + what + ".");
  }

  public static Refusal conflict(String message) {
    return new Refusal(409, "Conflict", message);
  }

  public static Refusal incorrectState(String message) {
    return new Refusal(409, "IncorrectState", message);
  }

  /** What a work request says when the cloud itself could not do it. */
  public static Refusal internal(String message) {
    return new Refusal(500, "InternalError", message);
  }

  /** Present when the condition holds. */
  public static Optional<Refusal> when(boolean condition, Supplier<Refusal> refusal) {
    return condition ? Optional.of(refusal.get()) : Optional.empty();
  }

  /** The first refusal of checks that are tried in order; later ones may rely on earlier ones. */
  @SafeVarargs
  public static Optional<Refusal> first(Supplier<Optional<Refusal>>... checks) {
    for (var check : checks) {
      var refusal = check.get();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }
}
