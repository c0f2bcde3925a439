/**
 * Reads the tables that ship as data (rules, statements, shapes, manifests) into the plan's
 * records.
 *
 * <p>Uses: plan, podnet-policies, podnet-cni-runtime-deploy; used by: stack, podnetctl.
 */
@NullMarked
package dev.podnet.components.data;

import org.jspecify.annotations.NullMarked;
