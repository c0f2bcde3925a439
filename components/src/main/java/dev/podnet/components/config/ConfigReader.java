package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads settings from a tree of maps, lists, texts, numbers and booleans, as YAML and JSON give it.
 */
public final class ConfigReader {
  /** Pulumi's prefix of this project's settings; findings name settings with it. */
  public static final String NAMESPACE = "podnet:";

  private ConfigReader() {}

  /**
   * What was read.
   *
   * @param config the settings; empty when a needed one is missing or of a wrong type
   * @param findings everything that is wrong with the tree's shape
   */
  public record Result(Optional<StackConfig> config, List<Finding> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads the settings under {@code podnet:}.
   *
   * @param tree keys without the prefix
   */
  public static Result read(Map<String, ?> tree) {
    Findings findings = new Findings();
    Optional<StackConfig> config =
        new RecordBinder(findings).bind(StackConfig.class, tree, SettingPath.ROOT);
    return new Result(config, findings.list());
  }
}
