package dev.podnet.sim.model;

import java.time.Instant;

/** A transition to come: it survives a restart. */
public record Job(long number, Instant due, Event event, String target) {}
