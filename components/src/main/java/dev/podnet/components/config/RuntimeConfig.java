package dev.podnet.components.config;

/** The packaged CNI runtime on pools with {@code cni: packaged}. */
public record RuntimeConfig(
    @About(
            value = "Image of the runtime, by digest.",
            example = "iad.ocir.io/example/podnet-cni@sha256:…")
        String image) {}
