package dev.podnet.oci.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  private static final JavaFile A = file("A");
  private static final JavaFile B = file("B");

  @TempDir Path root;

  @Test
  void anUnchangedFileKeepsItsTime() throws IOException {
    SourceTree tree = new SourceTree(root);
    tree.replaceWith(List.of(A));
    Path path = root.resolve("x/y/A.java");
    Files.setLastModifiedTime(path, FileTime.fromMillis(1000));

    SourceTree.Outcome outcome = tree.replaceWith(List.of(A, B));

    assertThat(outcome).isEqualTo(new SourceTree.Outcome(2, 1, 0));
    assertThat(Files.getLastModifiedTime(path)).isEqualTo(FileTime.fromMillis(1000));
  }

  @Test
  void aClassThatIsGoneTakesItsFileAlong() throws IOException {
    SourceTree tree = new SourceTree(root);
    tree.replaceWith(List.of(A, B));

    SourceTree.Outcome outcome = tree.replaceWith(List.of(B));

    assertThat(outcome).isEqualTo(new SourceTree.Outcome(1, 0, 1));
    assertThat(root.resolve("x/y/A.java")).doesNotExist();
  }

  @Test
  void oneFileIsNotForTwoClasses() {
    assertThatThrownBy(() -> new SourceTree(root).replaceWith(List.of(A, file("A"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A.java");
  }

  private static JavaFile file(String name) {
    return JavaFile.builder("x.y", TypeSpec.classBuilder(name).build()).build();
  }
}
