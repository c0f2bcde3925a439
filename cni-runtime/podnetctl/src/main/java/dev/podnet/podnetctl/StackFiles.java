package dev.podnet.podnetctl;

import dev.podnet.podnetctl.Report.Line;
import dev.podnet.podnetctl.file.Position;
import dev.podnet.podnetctl.file.StackFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Stack files on disk, and what is wrong with them as lines. */
final class StackFiles {
  private StackFiles() {}

  /** What came of reading a file: the file, or why there is none. */
  sealed interface Outcome {
    record Read(StackFile file) implements Outcome {}

    record Refused(List<Line> lines) implements Outcome {}
  }

  static Outcome read(Path path) {
    try {
      StackFile file = StackFile.parse(Files.readString(path));
      List<Line> lines =
          file.problems().stream()
              .map(p -> Line.fail(place(path, p.position()), p.reason(), p.fix()))
              .toList();
      return lines.isEmpty() ? new Outcome.Read(file) : new Outcome.Refused(lines);
    } catch (NoSuchFileException e) {
      return refused(path, "There is no such file.", "Name a stack file that exists.");
    } catch (CharacterCodingException e) {
      return refused(path, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException e) {
      return refused(path, "The file cannot be read: " + e.getMessage() + ".", "See its rights.");
    }
  }

  static String place(Path path, Position position) {
    return path + ":" + position;
  }

  private static Outcome refused(Path path, String reason, String fix) {
    return new Outcome.Refused(List.of(Line.fail(path.toString(), reason, fix)));
  }
}
