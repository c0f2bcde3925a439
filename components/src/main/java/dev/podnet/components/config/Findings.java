package dev.podnet.components.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what the reader finds; the ids are those of the table of findings. */
final class Findings {
  private final List<Finding> list = new ArrayList<>();

  List<Finding> list() {
    return list;
  }

  void unknownKey(SettingPath path, String nearest) {
    String fix = nearest.isEmpty() ? "Remove it." : "Did you mean '" + nearest + "'?";
    add("unknown-key", path, "There is no such setting.", fix);
  }

  void missing(SettingPath path, String about) {
    add("missing-setting", path, "It is missing: " + lowerFirst(about), "Add it.");
  }

  void wrongType(SettingPath path, String wanted, Object found) {
    add("wrong-type", path, "It must be " + wanted + ", not " + describe(found) + ".", fix(wanted));
  }

  void wrongChoice(SettingPath path, Object found, String choices) {
    add(
        "wrong-choice",
        path,
        describe(found) + " is none of its choices.",
        "Use one of " + choices + ".");
  }

  void unreadable(String id, SettingPath path, Object found, String reason, String fix) {
    add(id, path, describe(found) + " is " + reason + ".", upperFirst(fix) + ".");
  }

  void placeholder(SettingPath path, Object found) {
    add("placeholder", path, describe(found) + " is still a placeholder.", "Write your own value.");
  }

  private void add(String id, SettingPath path, String reason, String fix) {
    list.add(Finding.error(id, path.toString(), upperFirst(reason), fix, ""));
  }

  private static String fix(String wanted) {
    return wanted.equals(Kinds.TEXT) ? "Quote it." : "Write " + wanted + ".";
  }

  private static String describe(Object found) {
    if (found instanceof String s) {
      return "the text '" + s + "'";
    }
    if (found instanceof Number || found instanceof Boolean) {
      return "the value " + found;
    }
    return found instanceof Iterable ? "a list" : "a block of settings";
  }

  private static String lowerFirst(String s) {
    return s.isEmpty() ? s : Character.toLowerCase(s.charAt(0)) + s.substring(1);
  }

  private static String upperFirst(String s) {
    return s.isEmpty() ? s : Character.toUpperCase(s.charAt(0)) + s.substring(1);
  }
}
