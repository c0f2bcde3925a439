/**
 * Address arithmetic: values only.
 *
 * <p>Uses: JDK, ipaddress; used by: config, plan, check, resource.
 */
@NullMarked
package dev.podnet.components.net;

import org.jspecify.annotations.NullMarked;
