package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Failure;
import java.util.List;
import java.util.Set;

/**
 * A kind of object, from a resource type such as {@code kubernetes:apps/v1:DaemonSet}.
 *
 * @param apiVersion such as {@code apps/v1}, or {@code v1} for the core group
 * @param kind such as DaemonSet
 */
record ObjectType(String apiVersion, String kind) {
  /** What the embedded API keeps without acting on it. */
  private static final Set<String> UNENFORCED =
      Set.of(
          "LimitRange",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "ResourceQuota",
          "ValidatingAdmissionPolicy",
          "ValidatingWebhookConfiguration");

  static ObjectType of(String token) {
    String[] parts = token.split(":", -1);
    if (parts.length != 3 || !parts[1].contains("/")) {
      throw new Failure(
          "The local cloud's kubernetes provider does not serve "
              + token
              + ": it knows objects only, no charts, no YAML files and no patches. With the"
              + " published provider installed (pulumi plugin install resource kubernetes) that one"
              + " is used.");
    }
    String apiVersion = parts[1].startsWith("core/") ? parts[1].substring(5) : parts[1];
    return new ObjectType(apiVersion, parts[2]);
  }

  /** Where the API serves it. */
  String root() {
    return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
  }

  boolean enforcedByRealApisOnly() {
    return UNENFORCED.contains(kind);
  }

  /** Paths of inputs that no update changes. */
  List<String> immutable() {
    return switch (kind) {
      case "DaemonSet", "Deployment", "ReplicaSet" -> List.of("spec.selector");
      case "StatefulSet" ->
          List.of("spec.selector", "spec.serviceName", "spec.volumeClaimTemplates");
      case "Job" -> List.of("spec.selector", "spec.template");
      case "RoleBinding", "ClusterRoleBinding" -> List.of("roleRef");
      case "StorageClass" ->
          List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode");
      case "PriorityClass" -> List.of("value");
      case "Secret" -> List.of("type");
      default -> List.of();
    };
  }
}
