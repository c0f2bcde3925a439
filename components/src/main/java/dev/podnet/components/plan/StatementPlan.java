package dev.podnet.components.plan;

/**
 * An IAM statement.
 *
 * @param key stable and unique
 * @param compartment where its policy is attached
 * @param text the statement; {@value #CLUSTER} stands for the cluster's OCID, known once it exists
 * @param why what breaks without it
 */
public record StatementPlan(String key, String compartment, String text, String why) {
  /** Stands for the cluster's OCID. */
  public static final String CLUSTER = "${cluster.id}";
}
