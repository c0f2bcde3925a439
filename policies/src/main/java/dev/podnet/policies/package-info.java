/**
 * Admission policies, IAM statements and security rules as YAML beside this file: data, no code.
 *
 * <p>Uses: nothing; used by: components.resource (admission), components.plan (rows, already read).
 */
@NullMarked
package dev.podnet.policies;

import org.jspecify.annotations.NullMarked;
