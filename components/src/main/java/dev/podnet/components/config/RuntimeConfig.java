package dev.podnet.components.config;

/** The packaged CNI runtime on pools with {@code cni: packaged}. */
public record RuntimeConfig(
    @About(
            value = "Image of the runtime, by digest.",
            example = "iad.ocir.io/example/podnet-cni@sha256:…")
        String image,
    @About(
            value =
                "Names of the guard of its pods: beside (names of podnet's own) or documented"
                    + " (Oracle's, where the cluster has no guard of Oracle's).",
            def = "beside")
        Guard guard) {

  /**
   * Oracle's CNI add-on ships a guard from version 2.3.0 on, and stays on a cluster even where it
   * is kept off all nodes. A plan cannot see whether it is there. To write over Oracle's objects
   * breaks its update procedure, while other names only read differently: hence the default.
   */
  public enum Guard {
    BESIDE,
    DOCUMENTED
  }
}
