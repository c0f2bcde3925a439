package dev.podnet.agent;

import dev.podnet.cni.CniError;
import java.util.Map;

/**
 * What the plugin prints and exits with.
 *
 * @param json nothing is printed when it is empty
 */
record Reply(int code, Map<String, Object> json) {
  static final Reply DONE = new Reply(0, Map.of());

  static Reply error(CniError error, String version) {
    return new Reply(error.code(), error.toJson(version));
  }
}
