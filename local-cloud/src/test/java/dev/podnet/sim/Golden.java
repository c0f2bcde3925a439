package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file beside the tests; {@code -Dgolden.update=true} writes it instead. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/podnet/sim");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Golden() {}

  static void check(String file, Object value) {
    var path = FOLDER.resolve(file);
    try {
      String text = MAPPER.writeValueAsString(value) + "\n";
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, text);
      }
      assertThat(text).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("The golden file " + path + " cannot be used", e);
    }
  }
}
