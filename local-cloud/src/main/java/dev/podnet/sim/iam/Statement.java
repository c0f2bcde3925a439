package dev.podnet.sim.iam;

import java.util.List;
import java.util.Set;

/** A policy statement that has been understood. */
public sealed interface Statement {
  /** Allows, or denies, something within the tenancy. */
  record Grant(boolean allow, Subject subject, Action action, Place place, Condition condition)
      implements Statement {}

  /** Gives a foreign tenancy, compartment or group a name. */
  record Definition(String what, String name, String ocid) implements Statement {}

  /**
   * Half of an agreement between two tenancies: "endorse" there, "admit" here. There is one tenancy
   * only: what it endorses is evaluated, what it admits is kept.
   */
  record Agreement(String keyword, Subject subject, List<Action> actions, Condition condition)
      implements Statement {}

  /**
   * Who.
   *
   * @param kind any-user, any-group, group, dynamic-group or service
   * @param names without identity domains; OCIDs where the statement says "id"
   */
  record Subject(String kind, List<String> names) {}

  /** What: a verb on a resource type or family, or single permissions. */
  sealed interface Action {
    record OnType(Verb verb, String type) implements Action {}

    record Permissions(Set<String> names) implements Action {}
  }

  /** Where, seen from the compartment that the policy is attached to. */
  sealed interface Place {
    record Tenancy() implements Place {}

    record ById(String ocid) implements Place {}

    /** Names from the policy's compartment downwards, as in {@code a:b}. */
    record ByName(List<String> path) implements Place {}
  }
}
