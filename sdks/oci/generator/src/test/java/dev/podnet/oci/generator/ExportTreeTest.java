package dev.podnet.oci.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.oci.schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTreeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string | [0]",
        "list<boolean> | [0,1]",
        "map<string> | [0,1,1]",
        "list<map<string>> | [0,[1,2,2]]",
        "map<list<Core/X>> | [0,1,[2,3]]",
      })
  void typesBecomeTreesOfIndexes(String type, String tree) {
    assertThat(ExportTree.annotation("p", JavaTypes.OUTPUT.of(Type.parse(type))).toString())
        .contains("tree = \"" + tree + "\"");
  }
}
