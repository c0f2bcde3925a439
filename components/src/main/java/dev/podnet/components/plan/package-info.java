/**
 * What will be there: settings in, one plan of plain records out; decides everything, touches
 * nothing.
 *
 * <p>Uses: config, net; used by: check, resource.
 */
@NullMarked
package dev.podnet.components.plan;

import org.jspecify.annotations.NullMarked;
