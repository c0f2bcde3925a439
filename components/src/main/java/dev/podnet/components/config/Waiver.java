package dev.podnet.components.config;

/** A warning that is accepted. */
public record Waiver(
    @About("Id of the finding.") String finding,
    @About("Why it is all right here.") String reason) {}
