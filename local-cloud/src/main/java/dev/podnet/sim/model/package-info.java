/**
 * The cloud as a pure function: state, request and instant in; answer and changes out. No I/O, no
 * clock, no HTTP.
 *
 * <p>Uses: the JDK only; used by: {@code sim.network}, {@code sim.oke}, {@code sim.http}, {@code
 * sim.store}, {@code sim}.
 */
@NullMarked
package dev.podnet.sim.model;

import org.jspecify.annotations.NullMarked;
