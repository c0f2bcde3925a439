/**
 * The local cloud as one process: simulator, embedded Kubernetes APIs, resource providers and
 * language host on loopback ports, and the file that tells where they are.
 *
 * <p>Uses: {@code sim}, {@code kubernetes}, {@code pulumi} and its parts; used by: the scripts
 * beside this module.
 */
@NullMarked
package dev.podnet.localcloud;

import org.jspecify.annotations.NullMarked;
