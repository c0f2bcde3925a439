package dev.podnet.components.plan;

import java.util.List;
import java.util.Optional;

/**
 * IAM.
 *
 * @param created whether the stack attaches the statements; if not, they are an output for an
 *     administrator
 * @param propagationSeconds how long after its creation a policy may not be known everywhere
 * @param group the dynamic group that statements speak of; empty where it exists or none is needed
 * @param statements none where the stack needs none
 */
public record AccessPlan(
    boolean created,
    int propagationSeconds,
    Optional<DynamicGroupPlan> group,
    List<StatementPlan> statements) {
  public AccessPlan {
    statements = List.copyOf(statements);
  }

  /**
   * Instances that have permissions of their own.
   *
   * @param tenancy where it is: dynamic groups belong to the tenancy itself
   * @param rule its matching rule
   */
  public record DynamicGroupPlan(String name, String tenancy, String rule) {}
}
