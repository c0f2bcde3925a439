package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes provider of a cluster. podnet declares its few objects from YAML, so it needs no
 * class for every kind; the published Java SDK also stops at a version of 2023.
 */
final class KubernetesProvider extends ProviderResource {
  /** The same as in plugin.json, from which the engine learns what to install. */
  static final String VERSION = "4.34.2";

  KubernetesProvider(String name, Output<String> kubeconfig, CustomResourceOptions options) {
    super("kubernetes", name, new Args(kubeconfig), options);
  }

  @SuppressWarnings("UnusedVariable") // the SDK reads the fields
  private static final class Args extends ResourceArgs {
    @Import(name = "kubeconfig")
    private final @Nullable Output<String> kubeconfig;

    // Objects of a cluster that is gone are gone: destroy goes on.
    @Import(name = "deleteUnreachable", json = true)
    private final @Nullable Output<Boolean> deleteUnreachable = Output.of(true);

    Args(Output<String> kubeconfig) {
      this.kubeconfig = kubeconfig;
    }
  }
}
