package dev.podnet.oci.generator;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of generated sources. A file whose content stays is not touched, so that Maven sees no
 * change and compiles nothing anew.
 */
record SourceTree(Path root) {

  /** What a run did. */
  record Outcome(int files, int written, int deleted) {
    @Override
    public String toString() {
      return "%d files: %d written, %d deleted".formatted(files, written, deleted);
    }
  }

  Outcome replaceWith(Collection<JavaFile> files) throws IOException {
    Set<Path> wanted = new HashSet<>();
    int written = 0;
    for (JavaFile file : files) {
      Path path = root.resolve(file.packageName().replace('.', '/')).resolve(name(file));
      if (!wanted.add(path)) {
        throw new IllegalStateException("Two classes for one file: " + path);
      }
      written += write(path, file.toString()) ? 1 : 0;
    }
    return new Outcome(wanted.size(), written, deleteAllBut(wanted));
  }

  private static String name(JavaFile file) {
    return file.typeSpec().name() + ".java";
  }

  private static boolean write(Path path, String content) throws IOException {
    if (Files.exists(path) && Files.readString(path).equals(content)) {
      return false;
    }
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    return true;
  }

  private int deleteAllBut(Set<Path> wanted) throws IOException {
    List<Path> stale;
    try (Stream<Path> all = Files.walk(root)) {
      stale = all.filter(Files::isRegularFile).filter(path -> !wanted.contains(path)).toList();
    }
    for (Path path : stale) {
      Files.delete(path);
    }
    return stale.size();
  }
}
