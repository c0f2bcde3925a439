package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of any kind, as its manifest has it. */
final class KubernetesObject extends CustomResource {

  KubernetesObject(String name, Map<String, Object> manifest, CustomResourceOptions options) {
    super(token(manifest), name, new Args(manifest), options);
  }

  /** {@code apps/v1} and {@code DaemonSet} give {@code kubernetes:apps/v1:DaemonSet}. */
  static String token(Map<String, Object> manifest) {
    String version = String.valueOf(manifest.get("apiVersion"));
    String group = version.contains("/") ? version : "core/" + version;
    return "kubernetes:" + group + ":" + manifest.get("kind");
  }

  /** The top-level fields of the kinds that podnet deploys; absent ones are not sent. */
  @SuppressWarnings("UnusedVariable") // the SDK reads the fields
  private static final class Args extends ResourceArgs {
    @Import private final @Nullable Output<Object> apiVersion;
    @Import private final @Nullable Output<Object> kind;
    @Import private final @Nullable Output<Object> metadata;
    @Import private final @Nullable Output<Object> spec;
    @Import private final @Nullable Output<Object> rules;
    @Import private final @Nullable Output<Object> roleRef;
    @Import private final @Nullable Output<Object> subjects;
    @Import private final @Nullable Output<Object> automountServiceAccountToken;

    Args(Map<String, Object> manifest) {
      this.apiVersion = field(manifest, "apiVersion");
      this.kind = field(manifest, "kind");
      this.metadata = field(manifest, "metadata");
      this.spec = field(manifest, "spec");
      this.rules = field(manifest, "rules");
      this.roleRef = field(manifest, "roleRef");
      this.subjects = field(manifest, "subjects");
      this.automountServiceAccountToken = field(manifest, "automountServiceAccountToken");
    }

    private static @Nullable Output<Object> field(Map<String, Object> manifest, String name) {
      Object value = manifest.get(name);
      return value == null ? null : Output.of(value);
    }
  }
}
