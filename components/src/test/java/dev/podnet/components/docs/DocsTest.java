package dev.podnet.components.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What is generated for readers and editors follows from the code: {@code -Dgolden.update=true}
 * writes it anew.
 */
class DocsTest {
  private static final int FEW_FINDINGS = 100;

  @Test
  void theTableOfSettingsFollowsFromTheRecords() throws IOException {
    assertFollows(Path.of("../stacks/settings.md"), SettingsTable.text());
  }

  @Test
  void theSchemaOfStackFilesFollowsFromTheRecords() throws IOException {
    assertFollows(Path.of("../stacks/podnet.schema.json"), SettingsSchema.text());
  }

  @Test
  void theTableOfRulesFollowsFromTheRows() throws IOException {
    assertFollows(Path.of("../policies/security-rules.md"), RulesTable.text());
  }

  @Test
  void theTableOfFindingsFollowsFromTheTablesOfTests() throws IOException {
    assertFollows(Path.of("findings.md"), FindingsTable.text());
  }

  @Test
  void theTableHasEveryFindingOfTheSources() {
    assertThat(FindingsTable.ids())
        .as("a finding needs a row in one of the tables of wrong stacks")
        .hasSizeGreaterThan(FEW_FINDINGS)
        .containsExactlyElementsOf(FindingIds.all());
  }

  @Test
  void everyIdIsWrittenWhereItCanBeFound() {
    assertThat(FindingIds.firstArguments()).allMatch(a -> a.matches("\"[a-z][a-z0-9-]*\"|id"));
    assertThat(FindingIds.notFirst()).isEmpty();
  }

  @Test
  void theSchemaKnowsEverySettingAndRefusesOthers() throws IOException {
    var schema = new ObjectMapper().readTree(SettingsSchema.text());
    var config = schema.path("properties").path("config");

    assertThat(config.path("properties").path("podnet:network").path("allOf").path(0).path("$ref"))
        .hasToString("\"#/definitions/NetworkConfig\"");
    assertThat(config.path("required")).extracting(n -> n.asText()).contains("podnet:name");
    assertThat(schema.path("definitions"))
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.path("additionalProperties").asBoolean(true)).isFalse());
    assertThat(Setting.all()).extracting(Setting::path).contains("pools[].profiles[].ipCount");
  }

  private static void assertFollows(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }

    assertThat(text)
        .as("%s is stale: run this test with -Dgolden.update=true", file)
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
  }
}
