package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** Compares with a file beside the tests; {@code -Dgolden.update=true} writes it instead. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/podnet/sim");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The last characters of an OCID, which names are made of. */
  private static final int TAIL = 11;

  /** The unique part of an OCID, the end of one in a node's name, a MAC address, a VLAN tag. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "aaaaaaaa[a-z2-7]{52}|(?<=oke-c|-n)[a-z2-7]{11}|02(:[0-9A-F]{2}){5}|(?<=\"vlanTag\" :"
              + " )\\d+");

  private Golden() {}

  static void check(String file, Object value) {
    var path = FOLDER.resolve(file);
    try {
      String text = named(MAPPER.writeValueAsString(value)) + "\n";
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, text);
      }
      assertThat(text).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("The golden file " + path + " cannot be used", e);
    }
  }

  /**
   * Generated values get numbers in order of appearance: which ones they are is of no interest,
   * which are equal is.
   */
  private static String named(String text) {
    // Equal ends are the same resource.
    var numbers = new LinkedHashMap<String, Integer>();
    return GENERATED
        .matcher(text)
        .replaceAll(found -> {
          String value = found.group();
          boolean ocid = value.startsWith("aaaaaaaa");
          String key = ocid ? value.substring(value.length() - TAIL) : value;
          return "#" + numbers.computeIfAbsent(key, _ -> numbers.size() + 1);
        });
  }
}
