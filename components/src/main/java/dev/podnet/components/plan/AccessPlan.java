package dev.podnet.components.plan;

import java.util.List;

/**
 * IAM.
 *
 * @param created whether the stack attaches the statements; if not, they are an output for an
 *     administrator
 * @param statements none where the stack needs none
 */
public record AccessPlan(boolean created, List<StatementPlan> statements) {
  public AccessPlan {
    statements = List.copyOf(statements);
  }
}
