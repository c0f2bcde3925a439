package dev.podnet.sim.model;

import java.util.Map;

/**
 * Something to tell Kubernetes. Effects are stored with the change that caused them and dropped
 * when done, so that a crash in between loses none; each may be done twice.
 */
public record Effect(long number, Action action, String clusterId, Map<String, Object> object) {
  public enum Action {
    CREATE_CLUSTER,
    DELETE_CLUSTER,
    APPLY,
    REMOVE
  }
}
