package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.cni.Json;
import dev.podnet.cni.Request;
import java.util.Optional;

/** Which Application Resource a pod asked for. Nobody guesses: who does not know refuses. */
interface Wishes {
  String ANNOTATION = "podnet.dev/application-resource";

  /** Empty: the pod asked for none. */
  Optional<String> resource(Request request) throws Refusal;

  /**
   * What the pod's annotations say, as the runtime hands them over. Whoever made the pod wrote
   * them.
   */
  static Optional<String> hint(Request request) {
    return Json.text(
        Json.object(
            Json.object(request.conf(), "runtimeConfig"), "io.kubernetes.cri.pod-annotations"),
        ANNOTATION);
  }

  /** Believes the annotation: for nodes where everybody who makes pods may use every VNIC. */
  static Wishes trusting() {
    return Wishes::hint;
  }

  /** Serves pods that ask for nothing. */
  static Wishes none() {
    return request -> {
      Optional<String> hint = hint(request);
      if (hint.isPresent()) {
        throw new Refusal(
            new CniError(
                CniError.LATER,
                "the pod asks for the Application Resource \""
                    + hint.get()
                    + "\" by annotation,"
                    + " which this agent does not believe",
                "start the agent with --wishes annotation where everybody may use every VNIC"));
      }
      return Optional.empty();
    };
  }
}
