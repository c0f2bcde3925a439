package dev.podnet.pulumi;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/**
 * One difference between what a resource is and what it shall be.
 *
 * @param path property path in Pulumi's notation, such as {@code options.cidrs[0]}
 * @param kind how the value differs
 * @param replaces whether the resource cannot be changed in place to follow
 */
public record Change(String path, Kind kind, boolean replaces) {
  /** How a value differs. */
  public enum Kind {
    /** The value is new. */
    ADD,
    /** The value is gone. */
    DELETE,
    /** The value is another one. */
    UPDATE
  }

  /** The path of a property inside an object. */
  public static String member(String parent, String name) {
    String step = name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : "[\"" + name + "\"]";
    return parent.isEmpty() || step.startsWith("[") ? parent + step : parent + "." + step;
  }

  /** The path of an item inside a list. */
  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** The engine's form of these differences. */
  public static DiffResponse response(Collection<Change> changes, boolean deleteBeforeReplace) {
    DiffResponse.Builder response =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setDeleteBeforeReplace(deleteBeforeReplace)
            .setChanges(
                changes.isEmpty()
                    ? DiffResponse.DiffChanges.DIFF_NONE
                    : DiffResponse.DiffChanges.DIFF_SOME);
    TreeSet<String> tops = new TreeSet<>();
    TreeSet<String> replaces = new TreeSet<>();
    for (Change change : changes) {
      tops.add(change.top());
      if (change.replaces()) {
        replaces.add(change.top());
      }
      response.putDetailedDiff(
          change.path(),
          PropertyDiff.newBuilder().setKind(change.wireKind()).setInputDiff(true).build());
    }
    return response.addAllDiffs(List.copyOf(tops)).addAllReplaces(List.copyOf(replaces)).build();
  }

  private String top() {
    return path.split("[.\\[]", 2)[0];
  }

  private PropertyDiff.Kind wireKind() {
    return switch (kind) {
      case ADD -> replaces ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
      case DELETE -> replaces ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
      case UPDATE -> replaces ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
    };
  }
}
