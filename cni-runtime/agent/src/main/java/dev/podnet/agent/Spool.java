package dev.podnet.agent;

import dev.podnet.cni.Command;
import dev.podnet.cni.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The DELs that the plugin kept while no agent answered, oldest first. */
final class Spool {
  private static final String KEPT = ".del";

  private final Path folder;
  private final Events events;

  Spool(Path folder, Events events) {
    this.folder = folder;
    this.events = events;
  }

  /** Carries them out and removes each that is done; one that fails stays for the next time. */
  void replay(Verbs verbs) throws IOException {
    Files.createDirectories(folder);
    List<Path> kept;
    try (Stream<Path> files = Files.list(folder)) {
      kept = files.filter(file -> file.toString().endsWith(KEPT)).sorted().toList();
    }
    for (Path file : kept) {
      Envelope envelope = Envelope.read(ByteBuffer.wrap(Files.readAllBytes(file)));
      boolean isDel =
          envelope.request() instanceof Request.Parsed.Ok ok
              && ok.request().command() == Command.DEL;
      if (!isDel) {
        events.problem(file + " is no DEL; it was removed");
        Files.delete(file);
        continue;
      }
      try (Namespace none = new Namespace(envelope, List.of())) {
        if (verbs.handle(envelope, none).code() == 0) {
          CrashPoint.SPOOL_DONE.reach();
          Files.delete(file);
        }
      }
    }
  }
}
