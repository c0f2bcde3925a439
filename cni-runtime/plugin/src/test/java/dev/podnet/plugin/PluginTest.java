package dev.podnet.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin without an agent. With one: the agent's tests. */
class PluginTest {
  private static final int HEAD = 8;

  @TempDir Path folder;

  private Run run(String command, Map<String, String> environment, byte[] stdin)
      throws IOException, InterruptedException {
    return Run.of(
        command,
        environment,
        stdin,
        folder.resolve("agent.sock"),
        Files.createDirectories(folder.resolve("del")));
  }

  @Test
  void versionNeedsNoAgent() throws Exception {
    Run run =
        run("VERSION", Map.of(), "{\"cniVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(run.code()).isZero();
    assertThat(run.text())
        .isEqualToIgnoringNewLines(
            "{\"cniVersion\":\"1.1.0\",\"supportedVersions\":"
                + "[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}");
  }

  @ParameterizedTest
  @CsvSource({"ADD, 11", "CHECK, 11", "GC, 11", "STATUS, 50"})
  void anAgentThatStaysAwayIsAnErrorThatIsTriedAgain(String command, int code) throws Exception {
    Run run = run(command, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.text())
        .contains("\"code\":" + code + ",")
        .contains("look at the podnet-cni pod");
  }

  @Test
  void delIsKeptForTheAgent() throws Exception {
    byte[] conf = "{\"name\":\"oci\"}".getBytes(StandardCharsets.UTF_8);

    Run run = run("DEL", Map.of("CNI_CONTAINERID", "c1", "UNRELATED", "x"), conf);

    assertThat(run.code()).isZero();
    assertThat(run.text()).isEmpty();
    List<Path> kept = kept();
    assertThat(kept).hasSize(1).allMatch(file -> file.toString().endsWith(".del"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
        .isEqualTo("rw-------");
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(kept.get(0))).order(ByteOrder.LITTLE_ENDIAN);
    int environment = bytes.getInt(4);
    assertThat(bytes.get(0)).isEqualTo((byte) 1);
    String all = new String(bytes.array(), HEAD, bytes.capacity() - HEAD, StandardCharsets.UTF_8);
    assertThat(all.substring(0, environment).split("\0"))
        .containsExactlyInAnyOrder("CNI_COMMAND=DEL", "CNI_CONTAINERID=c1");
    assertThat(all.substring(environment)).isEqualTo("{\"name\":\"oci\"}");
  }

  @Test
  void twoDeletionsAreKeptInTheirOrder() throws Exception {
    run("DEL", Map.of("CNI_CONTAINERID", "first"), new byte[0]);
    run("DEL", Map.of("CNI_CONTAINERID", "second"), new byte[0]);

    List<Path> kept = kept();
    assertThat(kept).hasSize(2);
    assertThat(Files.readString(kept.get(0))).contains("first");
    assertThat(Files.readString(kept.get(1))).contains("second");
  }

  @Test
  void aDeletionThatCannotBeKeptFails() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    Run run =
        Run.of(
            "DEL", Map.of(), new byte[0], folder.resolve("agent.sock"), folder.resolve("file/del"));

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.text()).contains("could not be kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "add", "ADDS", "AD", "\u00ff"})
  void unknownCommandsAreRefused(String command) throws Exception {
    Run run = run(command, Map.of(), new byte[0]);

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.text()).contains("CNI_COMMAND is not one of");
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    Run run = run("ADD", Map.of(), new byte[170 * 1024]);

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.text()).contains("larger than 160 KiB");
  }

  @Test
  void aPathThatIsNoNamespaceIsLeftToTheAgent() throws Exception {
    Run run = run("DEL", Map.of("CNI_NETNS", "/dev/null"), new byte[0]);

    assertThat(run.code()).isZero();
    assertThat(Files.readAllBytes(kept().get(0))).startsWith(1, 1, 0, 22);
  }

  @Test
  void aNamespaceThatIsGoneIsLeftToTheAgent() throws Exception {
    Run run = run("DEL", Map.of("CNI_NETNS", folder + "/gone"), new byte[0]);

    assertThat(run.code()).isZero();
    assertThat(Files.readAllBytes(kept().get(0))).startsWith(1, 0, 2, 0);
  }

  /** ELF: 64 bits, little endian, position independent; the processor's number. */
  @ParameterizedTest
  @CsvSource({"amd64, 62", "arm64, 183"})
  void bothProcessorsHaveASmallProgramOfTheirOwn(String processor, int machine) throws Exception {
    ByteBuffer elf = ByteBuffer.wrap(Run.program(processor)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(elf.capacity()).isLessThanOrEqualTo(20 * 1024);
    assertThat(elf.getInt(0)).isEqualTo(0x464c457f);
    assertThat(elf.get(4)).isEqualTo((byte) 2);
    assertThat(elf.getShort(16)).isEqualTo((short) 3);
    assertThat(elf.getShort(18)).isEqualTo((short) machine);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("del"))) {
      return files.sorted().toList();
    }
  }
}
