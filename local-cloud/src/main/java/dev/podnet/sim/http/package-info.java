/**
 * HTTP to requests and back; decides nothing about the cloud.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.http;

import org.jspecify.annotations.NullMarked;
