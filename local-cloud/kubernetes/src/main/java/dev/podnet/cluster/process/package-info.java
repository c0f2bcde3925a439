/**
 * Programs that run for a cluster: started, recorded so that anybody can end them later, ended.
 *
 * <p>Uses: nothing of podnet; used by: {@code cluster} and all its packages.
 */
@NullMarked
package dev.podnet.cluster.process;

import org.jspecify.annotations.NullMarked;
