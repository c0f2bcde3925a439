package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every node of a pool is like. */
public record NodeConfig(
    @About("Size of the boot volume, in GB, 50 at least; the image's when left out.")
        Optional<Integer> bootVolumeGb,
    @About("Kubernetes labels that nodes start with.") Map<String, String> labels,
    @About("Instance metadata, besides what podnet sets.") Map<String, String> metadata,
    @About("Start-up parts; podnet's own, which starts the kubelet, comes last.")
        List<CloudInitPart> cloudInit,
    @About(
            value = "Whether version 1 of the instance metadata service, without token, answers.",
            def = "false")
        boolean legacyMetadataService,
    @About("Public SSH key for the user opc.") Optional<String> sshKey,
    @About("Security groups (OCIDs) of the primary VNIC besides the stack's own; 5 in all.")
        List<String> nsgs,
    @About("Zero Trust security attributes of the primary VNIC, namespace.key: value; 5 at most.")
        Map<String, String> securityAttributes) {

  static final NodeConfig DEFAULTS =
      new NodeConfig(
          Optional.empty(),
          Map.of(),
          Map.of(),
          List.of(),
          false,
          Optional.empty(),
          List.of(),
          Map.of());

  public NodeConfig {
    labels = Map.copyOf(labels);
    metadata = Map.copyOf(metadata);
    cloudInit = List.copyOf(cloudInit);
    nsgs = List.copyOf(nsgs);
    securityAttributes = Map.copyOf(securityAttributes);
  }
}
