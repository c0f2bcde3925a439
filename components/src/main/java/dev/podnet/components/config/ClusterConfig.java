package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OKE cluster. */
public record ClusterConfig(
    @About("OCID of a cluster that exists; a new one is made when left out.") Optional<String> id,
    @About("How the stack and its kubeconfig reach the Kubernetes API.") Optional<ApiConfig> api,
    @About(value = "Kubernetes version, quoted, as OKE lists it.", example = "\"v1.34.1\"")
        String kubernetesVersion,
    @About(
            value = "Add-on settings, packaged pools and virtual nodes need an enhanced cluster.",
            def = "enhanced")
        ClusterType type,
    @About(
            value = "Version of Oracle's CNI add-on, quoted, to pin; OKE's newest when left out.",
            example = "\"3.2.0\"")
        Optional<String> cniVersion,
    @About(
            value = "Whether Oracle updates its CNI add-on; only before version 2.3.0.",
            def = "false")
        boolean cniAutoUpdate,
    @About(
            value = "Settings of Oracle's CNI add-on, by its keys; values are texts, mostly JSON.",
            example = "{rollingUpdate: '{\"maxUnavailable\":\"20%\"}'}")
        Map<String, String> cniConfiguration,
    @About("Other OKE add-ons.") List<AddonConfig> addons,
    @About(value = "Whether Multus gives pods more interfaces; needs plugin 3.2.0.", def = "false")
        boolean multus,
    @About(value = "Whether a service mesh runs; needs nodes of 1.26 or later.", def = "false")
        boolean serviceMesh,
    @About(
            value = "Whether Services and pods have IPv6 addresses too, from dual-stack subnets.",
            def = "false")
        boolean dualStack,
    @About("Key (OCID) that encrypts Secrets in etcd; Oracle's when left out.")
        Optional<String> kmsKey,
    @About("Keys (OCIDs) with which images must be signed; none are asked for when left out.")
        List<String> imageSigningKeys,
    @About("Sign-in with an OpenID Connect provider.") Optional<OidcConfig> oidc,
    @About(
            value = "Whether the cluster publishes its keys, for clouds that trust its tokens.",
            def = "false")
        boolean oidcDiscovery) {

  public ClusterConfig {
    cniConfiguration = Map.copyOf(cniConfiguration);
    addons = List.copyOf(addons);
    imageSigningKeys = List.copyOf(imageSigningKeys);
  }

  /** OKE's two kinds of cluster. */
  public enum ClusterType {
    BASIC,
    ENHANCED
  }
}
