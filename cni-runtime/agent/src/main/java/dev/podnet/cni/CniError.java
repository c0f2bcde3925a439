package dev.podnet.cni;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as the specification has it.
 *
 * @param code 1 to 99 are the specification's, {@link #INTERFACE_EXISTS} and above ours
 * @param message what was tried, on what, why not
 * @param details what to do; may be empty
 */
public record CniError(int code, String message, String details) {
  public static final int VERSION = 1;
  public static final int FIELD = 2;
  public static final int ENVIRONMENT = 4;
  public static final int IO = 5;
  public static final int DECODE = 6;
  public static final int CONFIGURATION = 7;
  public static final int LATER = 11;
  public static final int UNAVAILABLE = 50;
  public static final int INTERFACE_EXISTS = 100;
  public static final int NETNS = 101;
  public static final int KERNEL = 102;
  public static final int CHANGED = 103;
  public static final int NO_PROFILE = 104;
  public static final int INTERNAL = 199;

  public CniError(int code, String message) {
    this(code, message, "");
  }

  public Map<String, Object> toJson(String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cniVersion", version);
    json.put("code", code);
    json.put("msg", message);
    if (!details.isEmpty()) {
      json.put("details", details);
    }
    return json;
  }
}
