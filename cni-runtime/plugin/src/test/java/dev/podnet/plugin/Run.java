package dev.podnet.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** One run of the plugin for this machine's processor, in an environment of its own. */
record Run(int code, String text) {

  static Run of(
      String command, Map<String, String> environment, byte[] stdin, Path socket, Path spool)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(executable().toString());
    builder.environment().clear();
    builder.environment().put("CNI_COMMAND", command);
    builder.environment().put("PODNET_CNI_SOCKET", socket.toString());
    builder.environment().put("PODNET_CNI_SPOOL", spool.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(stdin);
    } catch (IOException refused) {
      // A program that has refused its environment reads no more.
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), text);
  }

  static byte[] program(String processor) throws IOException {
    try (InputStream in = Run.class.getResourceAsStream(processor + "/podnet-cni")) {
      return Objects.requireNonNull(in, "built by cni-runtime/plugin/build").readAllBytes();
    }
  }

  private static Path executable() {
    try {
      Path file = Files.createTempFile("podnet-cni", "");
      file.toFile().deleteOnExit();
      Files.write(file, program(System.getProperty("os.arch").replace("aarch64", "arm64")));
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
