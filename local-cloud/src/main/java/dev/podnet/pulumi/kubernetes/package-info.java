/**
 * The {@code kubernetes} resource provider for machines that lack the published one: any object, by
 * its group, version and kind, on any API that a kubeconfig names.
 *
 * <p>Uses: {@code dev.podnet.pulumi}; used by: {@code localcloud}.
 */
@NullMarked
package dev.podnet.pulumi.kubernetes;

import org.jspecify.annotations.NullMarked;
