package dev.podnet.components.check;

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

  /** All findings of the example with this value. */
  public List<Finding> findings() {
    return new Example().with(setting, WrongStack.value(value)).findings();
  }
}
