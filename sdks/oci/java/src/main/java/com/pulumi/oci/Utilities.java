package com.pulumi.oci;

import com.pulumi.deployment.InvokeOptions;
import com.pulumi.deployment.InvokeOutputOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/** What all generated classes need: the version of the provider that they speak to. */
public final class Utilities {

  private static final String VERSION = read("version.txt").trim();

  private Utilities() {}

  /** The version of the {@code oci} provider, e.g. {@code 4.20.0}. */
  public static String getVersion() {
    return VERSION;
  }

  /** The options with the provider's version, unless they name one. */
  public static InvokeOptions withVersion(@Nullable InvokeOptions options) {
    if (options != null && options.getVersion().isPresent()) {
      return options;
    }
    return new InvokeOptions(parent(options), provider(options), VERSION);
  }

  /** The options with the provider's version, unless they name one. */
  public static InvokeOutputOptions withVersion(@Nullable InvokeOutputOptions options) {
    if (options != null && options.getVersion().isPresent()) {
      return options;
    }
    List<Resource> dependsOn = options == null ? null : options.getDependsOn();
    return new InvokeOutputOptions(parent(options), provider(options), VERSION, dependsOn);
  }

  @Nullable
  private static Resource parent(@Nullable InvokeOptions options) {
    return options == null ? null : options.getParent().orElse(null);
  }

  @Nullable
  private static ProviderResource provider(@Nullable InvokeOptions options) {
    return options == null ? null : options.getProvider().orElse(null);
  }

  private static String read(String resource) {
    try (InputStream in = Utilities.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " could not be read", e);
    }
  }
}
