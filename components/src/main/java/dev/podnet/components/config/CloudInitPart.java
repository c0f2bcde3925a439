package dev.podnet.components.config;

/** A part of the nodes' start-up data; it runs before the node joins the cluster. */
public record CloudInitPart(
    @About(value = "MIME type, as cloud-init knows it.", def = "text/x-shellscript")
        String contentType,
    @About("The part itself.") String content) {}
