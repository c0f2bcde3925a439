package dev.podnet.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file beside the test: the expected output, reviewed as any other change.
 * {@code -Dgolden.update=true} writes it instead.
 */
public final class Golden {
  private Golden() {}

  /** Fails when the text is not the file's. */
  public static void assertMatches(Class<?> test, String file, String text) {
    if (Boolean.getBoolean("golden.update")) {
      write(test, file, text);
      return;
    }
    try (var in = test.getResourceAsStream(file)) {
      String expected =
          in == null
              ? "(no file " + file + ")"
              : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Class<?> test, String file, String text) {
    try {
      Path folder = Path.of("src/test/resources", test.getPackageName().replace('.', '/'));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
