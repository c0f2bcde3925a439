package dev.podnet.examples;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What a source file says, as the compiler's own parser reads it.
 *
 * @param name as people name it
 */
record JavaFile(String name, List<String> imports, List<Method> methods) {

  /** A method or constructor from its first modifier to its last brace. */
  record Method(String place, long lines) {}

  static List<JavaFile> parse(List<Path> paths) throws IOException {
    JavaCompiler compiler =
        requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<JavaFile> files = new ArrayList<>();
      Iterator<Path> path = paths.iterator();
      for (CompilationUnitTree unit : task.parse()) {
        files.add(read(Tree.name(path.next()), unit, positions));
      }
      return files;
    }
  }

  private static JavaFile read(String name, CompilationUnitTree unit, SourcePositions positions) {
    List<Method> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        long first = line(positions.getStartPosition(unit, method));
        long last = line(positions.getEndPosition(unit, method));
        methods.add(new Method(name + ":" + first + " " + method.getName(), last - first + 1));
        return super.visitMethod(method, null);
      }

      private long line(long offset) {
        return unit.getLineMap().getLineNumber(offset);
      }
    }.scan(unit, null);
    List<String> imports =
        unit.getImports().stream()
            .map(ImportTree::getQualifiedIdentifier)
            .map(Object::toString)
            .toList();
    return new JavaFile(name, imports, methods);
  }
}
