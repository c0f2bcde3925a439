/**
 * Names of resources, in the cloud and in Pulumi's state: stable across refactors.
 *
 * <p>Uses: JDK; used by: resource.
 */
@NullMarked
package dev.podnet.components.naming;

import org.jspecify.annotations.NullMarked;
