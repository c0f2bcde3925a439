package dev.podnet.components.config;

/** The OKE cluster. */
public record ClusterConfig(
    @About(value = "Kubernetes version, quoted, as OKE lists it.", example = "\"v1.34.1\"")
        String kubernetesVersion,
    @About(
            value = "Add-on settings, packaged pools and virtual nodes need an enhanced cluster.",
            def = "enhanced")
        ClusterType type) {

  /** OKE's two kinds of cluster. */
  public enum ClusterType {
    BASIC,
    ENHANCED
  }
}
