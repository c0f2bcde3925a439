package dev.podnet.podnetctl.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML nodes to a tree of values; notes where each stands and what the engine would misread. */
final class TreeReader {
  /** Aliases can make a small file endless or huge; no real stack file comes near. */
  private static final int MOST_VALUES = 200_000;

  private final Map<String, Position> positions = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;

  StackFile read(Node root) {
    Map<String, Object> tree = mapping((MappingNode) root, "");
    return new StackFile(tree, positions, problems);
  }

  private @Nullable Object value(Node node, String path) {
    if (++values > MOST_VALUES) {
      if (values == MOST_VALUES + 1) {
        problem(node, "The file has more than 200,000 values.", "Use fewer aliases.");
      }
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      Scalars.misread(scalar, path).ifPresent(problems::add);
      return Scalars.value(scalar);
    }
    if (!open.add(node)) {
      problem(node, "An alias here contains itself.", "Write the value out.");
      return null;
    }
    try {
      return node instanceof MappingNode map
          ? mapping(map, path)
          : sequence((SequenceNode) node, path);
    } finally {
      open.remove(node);
    }
  }

  private Map<String, Object> mapping(MappingNode node, String path) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(entry.getKeyNode(), "A key must be a text.", "Write a name before the colon.");
        continue;
      }
      String name = key.getValue();
      Position at = at(key);
      Position first = keys.putIfAbsent(name, at);
      if (first != null) {
        problem(
            key,
            "The key '" + name + "' is here twice; the first is on line " + first.line() + ".",
            "Remove one of them.");
        continue;
      }
      String child = child(path, name);
      positions.putIfAbsent(child, at);
      if (path.equals(StackFile.CONFIG) && name.indexOf(':') < 0) {
        problem(key, "'" + name + "' names no project.", "Write 'podnet:" + name + "'.");
      }
      Object value = value(entry.getValueNode(), child);
      if (value != null) {
        tree.put(name, value);
      }
    }
    return tree;
  }

  private List<@Nullable Object> sequence(SequenceNode node, String path) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Node item : node.getValue()) {
      String child = path + "[" + list.size() + "]";
      positions.putIfAbsent(child, at(item));
      list.add(value(item, child));
    }
    return list;
  }

  /** A setting's path starts with its own name: the word 'config' before it says nothing. */
  private static String child(String path, String name) {
    return path.isEmpty() || path.equals(StackFile.CONFIG) ? name : path + "." + name;
  }

  private void problem(Node node, String reason, String fix) {
    problems.add(new Problem(at(node), reason, fix));
  }

  private static Position at(Node node) {
    return node.getStartMark().map(StackFileParser::position).orElse(Position.START);
  }
}
