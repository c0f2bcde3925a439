/**
 * The command line beside the stack: looks at a stack file offline, and at the machine.
 *
 * <p>Uses: podnetctl.file, components.config, components.plan, components.check, components.data;
 * used by: people and pulumilocal.
 */
@NullMarked
package dev.podnet.podnetctl;

import org.jspecify.annotations.NullMarked;
