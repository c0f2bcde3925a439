/**
 * Kubernetes manifests of the CNI runtime as YAML beside this file: data, no code.
 *
 * <p>Uses: nothing; used by: components.resource.
 */
@NullMarked
package dev.podnet.cni.deploy;

import org.jspecify.annotations.NullMarked;
