package dev.podnet.podnetctl.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackFileTest {
  @Test
  void settingsComeWithoutTheirNamespaceAndOthersStayOut() {
    StackFile file =
        StackFile.parse(
            """
            encryptionsalt: v1:abc
            config:
              oci:region: us-ashburn-1
              podnet:name: 12
              podnet:pools:
                - {name: blue, size: 3, spot: false, ratio: 0.5, none: }
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.settings("podnet:"))
        .isEqualTo(
            Map.of(
                "name",
                "12",
                "pools",
                List.of(Map.of("name", "blue", "size", 3, "spot", false, "ratio", 0.5))));
  }

  @Test
  void aSettingIsFoundWhereItStandsAndAMissingOneInItsBlock() {
    StackFile file =
        StackFile.parse(
            """
            config:
              podnet:pools:
                - name: blue
                  size: 3
            """);

    assertThat(file.position("podnet:pools[0].size")).isEqualTo(new Position(4, 7));
    assertThat(file.position("podnet:pools[0].shape")).isEqualTo(new Position(3, 7));
    assertThat(file.position("podnet:pools[7].shape")).isEqualTo(new Position(2, 3));
    assertThat(file.position("podnet:network")).isEqualTo(new Position(1, 1));
  }

  @Test
  void everyDuplicateKeyIsToldWithBothPlaces() {
    StackFile file =
        StackFile.parse(
            """
            config:
              podnet:name: a
              podnet:pools:
                - name: blue
                  name: green
              podnet:name: b
            """);

    assertThat(file.problems())
        .extracting(Problem::position)
        .containsExactly(new Position(5, 7), new Position(6, 3));
    assertThat(file.problems().get(1).reason())
        .isEqualTo("The key 'podnet:name' is here twice; the first is on line 2.");
  }

  @Test
  void aSyntaxErrorHasLineAndColumn() {
    StackFile file = StackFile.parse("config:\n  podnet:name: a: b\n");

    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().get(0).position()).isEqualTo(new Position(2, 17));
    assertThat(file.problems().get(0).reason()).startsWith("The YAML cannot be read: ");
  }

  @Test
  void aVersionWithoutQuotesIsNotTheNumberItLooksLike() {
    StackFile file =
        StackFile.parse(
            """
            config:
              podnet:cluster:
                kubernetesVersion: 1.30
                size: 1.30
                quotedVersion: "1.30"
                fullVersion: v1.30.1
            """);

    assertThat(file.problems())
        .containsExactly(
            new Problem(
                new Position(3, 24),
                "'podnet:cluster.kubernetesVersion' is read as the number 1.3.",
                "Quote it: \"1.30\"."));
  }

  @Test
  void aLeadingZeroIsNotLeftToTheEngine() {
    StackFile file = StackFile.parse("config: {'podnet:name': 010}\n");

    assertThat(file.problems()).extracting(Problem::fix).containsExactly("Quote it: \"010\".");
  }

  @Test
  void aSettingWithoutAProjectIsRefused() {
    assertThat(StackFile.parse("config:\n  name: demo\n").problems())
        .containsExactly(
            new Problem(new Position(2, 3), "'name' names no project.", "Write 'podnet:name'."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "- a\n- b\n",
        "text",
        "config:\n\t- tab",
        "a: [1, 2",
        "a: 'open",
        "a: &a {b: *a}",
        "a: *nowhere",
        "{[1]: 2}",
        "a: 1\n---\nb: 2\n",
        "a: \u0007",
        "%YAML 9.9\n---\na: 1",
      })
  void whateverIsWrongIsToldAsASentence(String text) {
    StackFile file = StackFile.parse(text);

    assertThat(file.problems())
        .isNotEmpty()
        .allSatisfy(problem -> {
          assertThat(problem.reason()).matches("(?s)[A-Z'].*\\.").doesNotContain("Exception");
          assertThat(problem.fix()).isNotBlank();
        });
  }

  @Test
  void aliasesThatMultiplyAreCutOff() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String last = "*a" + (i - 1);
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(String.join(", ", Collections.nCopies(10, last))).append("]\n");
    }

    assertThat(StackFile.parse(text.toString()).problems())
        .extracting(Problem::reason)
        .containsExactly("The file has more than 200,000 values.");
  }
}
