package dev.podnet.components.resource;

import com.pulumi.core.Output;

/**
 * The cluster that a pool belongs to.
 *
 * @param id its OCID
 * @param privateAddress of the Kubernetes API; nodes that join by themselves are told it
 * @param authority certificate of the API's authority, PEM in Base64; told likewise
 */
public record ClusterIds(
    Output<String> id, Output<String> privateAddress, Output<String> authority) {}
