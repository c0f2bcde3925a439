package dev.podnet.components.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Kubernetes objects that ship with podnet, as trees ready to be deployed. */
public final class Manifests {
  private static final String IMAGE = "${image}";
  private static final String GUARD = "/dev/podnet/policies/deletion-guard.yaml";
  private static final String BESIDE = "/dev/podnet/policies/deletion-guard-beside.yaml";
  private static final String RUNTIME = "/dev/podnet/cni/deploy/podnet-cni.yaml";

  private Manifests() {}

  /** Guards the CNI pods against deletion, under the names of Oracle's own guard. */
  public static List<Map<String, Object>> deletionGuard() {
    return Tables.documents(GUARD);
  }

  /** The same guard for clusters where Oracle's exists: other names, and only podnet's pods. */
  public static List<Map<String, Object>> deletionGuardBesideOracles() {
    Map<String, Object> beside = Tables.documents(BESIDE).get(0);
    return deletionGuard().stream()
        .map(guard -> BesideOracle.adapted(guard, tree(beside, "names"), tree(beside, "labels")))
        .toList();
  }

  private static Map<?, ?> tree(Map<String, Object> document, String key) {
    return document.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  /**
   * The packaged CNI runtime.
   *
   * @param rights account and rights, which its pods need before they start
   * @param workloads the pods: its DaemonSet
   */
  public record CniRuntime(List<Map<String, Object>> rights, List<Map<String, Object>> workloads) {}

  /** The packaged CNI runtime with its image. */
  public static CniRuntime runtime(String image) {
    List<Map<String, Object>> objects =
        Tables.documents(RUNTIME).stream().map(o -> object(o, image)).toList();
    return new CniRuntime(
        objects.stream().filter(object -> !workload(object)).toList(),
        objects.stream().filter(Manifests::workload).toList());
  }

  private static boolean workload(Map<String, Object> object) {
    return object.getOrDefault("kind", "").equals("DaemonSet");
  }

  private static Map<String, Object> object(Map<?, ?> tree, String image) {
    return tree.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> String.valueOf(e.getKey()),
                e -> filled(e.getValue(), image),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private static Object filled(Object value, String image) {
    if (value instanceof Map<?, ?> map) {
      return object(map, image);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> filled(item, image)).toList();
    }
    return IMAGE.equals(value) ? image : value;
  }

  /** Kind and name, as messages name an object. */
  public static String describe(Map<String, Object> object) {
    Object metadata = object.get("metadata");
    Object name = metadata instanceof Map<?, ?> map ? map.get("name") : null;
    return Stream.of(object.get("kind"), name)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
