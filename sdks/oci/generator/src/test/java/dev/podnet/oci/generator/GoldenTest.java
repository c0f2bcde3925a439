package dev.podnet.oci.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import dev.podnet.oci.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To write the golden files anew: run with {@code -DargLine=-Dgolden.write=true}. */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/podnet/oci/generator");
  private static final Collection<JavaFile> FILES = new Sdk(Schema.load()).files();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ContainerEngine.inputs.GetClusterKubeConfigPlainArgs",
        "ContainerEngine.inputs.NodePoolSecondaryVnicArgs",
        "ContainerEngine.outputs.NodePoolSecondaryVnic",
        "Identity.IdentityFunctions",
        "Logging.LogGroup",
      })
  void classesLookAsExpected(String name) throws IOException {
    Path golden = FOLDER.resolve(name + ".golden");
    String text = text(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void twoRunsGiveTheSameText() {
    List<String> first = FILES.stream().map(JavaFile::toString).toList();

    List<String> second = new Sdk(Schema.load()).files().stream().map(JavaFile::toString).toList();

    assertThat(second).isEqualTo(first);
  }

  private static String text(String name) {
    return FILES.stream()
        .filter(file -> (file.packageName() + "." + file.typeSpec().name()).endsWith("oci." + name))
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
