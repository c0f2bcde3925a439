package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value that does not give a finding, at the limit where there is one.
 *
 * @param setting changed in the example
 * @param id the finding that it must not give
 */
public record RightSetting(String setting, String id, String value) {

  /** All rows of the table. */
  public static Stream<RightSetting> all() {
    return WrongStack.rows("one-right-setting.csv")
        .map(row -> new RightSetting(row.get(0), row.get(1), row.get(2)));
  }

  /** Findings of the example with this value, which must be readable. */
  public List<Finding> findings() {
    Example example = new Example().with(setting, WrongStack.value(value));
    assertThat(example.config()).isNotNull();
    return example.findings();
  }
}
