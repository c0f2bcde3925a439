package dev.podnet.components.plan;

/**
 * A row of the table of IAM statements.
 *
 * @param tier {@code broad}, {@code narrow}, or {@code any}: one wording for both
 * @param when what makes it necessary
 * @param statement the wording, with {@code ${compartment.network}}, {@code
 *     ${compartment.nodePools}} and {@code ${cluster.id}} to fill in
 */
public record StatementRow(
    String key, String tier, String when, String statement, String why, String source) {}
