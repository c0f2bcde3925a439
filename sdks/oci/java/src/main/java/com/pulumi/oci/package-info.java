/**
 * What the generated classes of this package and those below it need and no schema tells.
 *
 * <p>Uses: the Pulumi SDK; used by: the generated classes.
 */
package com.pulumi.oci;
