package dev.podnet.components.config;

import java.util.Map;
import java.util.Optional;

/** An OKE add-on besides the CNI. */
public record AddonConfig(
    @About(value = "Its name, as OKE lists it.", example = "CertManager") String name,
    @About("Version to pin, quoted; updated by Oracle when left out.") Optional<String> version,
    @About("Its settings, by its keys; values are texts.") Map<String, String> configuration) {

  public AddonConfig {
    configuration = Map.copyOf(configuration);
  }
}
