/** Tests of the scripts with the real Pulumi engine: the whole local cloud as a user meets it. */
@NullMarked
package dev.podnet.localcloud;

import org.jspecify.annotations.NullMarked;
