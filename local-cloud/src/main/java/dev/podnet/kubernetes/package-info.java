/**
 * Embedded Kubernetes APIs, one for each cluster of the local cloud: a store of objects behind the
 * paths, verbs and documents that clients expect. Nothing acts on the objects and nothing is
 * enforced; tests of behaviour use real Kubernetes.
 *
 * <p>Uses: {@code sim.KubernetesApis}; used by: {@code localcloud}.
 */
@NullMarked
package dev.podnet.kubernetes;

import org.jspecify.annotations.NullMarked;
