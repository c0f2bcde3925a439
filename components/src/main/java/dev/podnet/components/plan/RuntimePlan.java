package dev.podnet.components.plan;

/**
 * The packaged CNI runtime.
 *
 * @param image its image
 * @param besideOraclesGuard whether the guard of its pods leaves Oracle's names to Oracle
 */
public record RuntimePlan(String image, boolean besideOraclesGuard) {}
