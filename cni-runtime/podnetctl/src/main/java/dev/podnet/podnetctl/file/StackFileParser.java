package dev.podnet.podnetctl.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Text to {@link StackFile}: syntax here, everything below it in {@link TreeReader}. */
final class StackFileParser {
  /** The library's own limit of aliases is low; {@link TreeReader} has one that counts values. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(Integer.MAX_VALUE).build();

  private StackFileParser() {}

  static StackFile parse(String text) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      return root.map(StackFileParser::read)
          .orElseGet(
              () -> broken(Position.START, "The file is empty.", "Put settings under 'config:'."));
    } catch (MarkedYamlEngineException e) {
      Position at = e.getProblemMark().map(StackFileParser::position).orElse(Position.START);
      return broken(
          at,
          "The YAML cannot be read: " + e.getProblem() + context(e) + ".",
          "Correct this line or the one before it; indentation and quotes are the usual cause.");
    } catch (ReaderException e) {
      return broken(
          position(text, e.getPosition()),
          "The character U+%04X is not allowed in YAML.".formatted(e.getCodePoint()),
          "Remove it.");
    } catch (YamlEngineException e) {
      return broken(
          Position.START, "The YAML cannot be read: " + e.getMessage() + ".", "Correct it.");
    }
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static StackFile read(Node root) {
    if (!(root instanceof MappingNode)) {
      return broken(
          Position.START,
          "The file is not a block of settings.",
          "Put settings under 'config:', one to a line.");
    }
    return new TreeReader().read(root);
  }

  private static String context(MarkedYamlEngineException e) {
    return e.getContext() == null ? "" : " (" + e.getContext() + ")";
  }

  private static Position position(String text, int offset) {
    String before = text.substring(0, Math.min(offset, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line + 1, before.length() - before.lastIndexOf('\n'));
  }

  private static StackFile broken(Position at, String reason, String fix) {
    return new StackFile(Map.of(), Map.of(), List.of(new Problem(at, reason, fix)));
  }
}
