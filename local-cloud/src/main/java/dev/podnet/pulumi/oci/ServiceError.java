package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;

/** A refusal by the API: its own code and words, and what was asked of it. */
final class ServiceError extends Failure {
  private static final long serialVersionUID = 1;

  private final int status;

  ServiceError(String method, String path, String what, Reply reply) {
    super(
        "The cloud refused "
            + method
            + " "
            + path
            + " for "
            + what
            + ": "
            + reply.status()
            + " "
            + reply.text("code")
            + ", "
            + (reply.text("message").isEmpty() ? "no message" : reply.text("message"))
            + (reply.header("opc-request-id") == null
                ? ""
                : " (opc-request-id " + reply.header("opc-request-id") + ")"));
    this.status = reply.status();
  }

  boolean notFound() {
    return status == 404;
  }
}
