package dev.podnet.source;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** A NativePodNetwork object in a file, for nodes without a control plane. Read when it changes. */
public final class FileSource implements AddressSource {
  private static final Duration PERIOD = Duration.ofMillis(200);

  private final Path file;

  public FileSource(Path file) {
    this.file = file;
  }

  @Override
  public void start(Listener listener) {
    Thread.ofPlatform().name("source").daemon().start(() -> watch(listener));
  }

  @SuppressWarnings("BusyWait") // Renames replace what an inotify watch looks at.
  private void watch(Listener listener) {
    String last = "";
    while (true) {
      String now = state();
      if (!now.equals(last)) {
        tell(listener);
        last = now;
      }
      try {
        Thread.sleep(PERIOD);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Changes when the file does, comes or goes. */
  private String state() {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      return time + " " + Files.size(file);
    } catch (IOException gone) {
      return String.valueOf(gone.getMessage());
    }
  }

  private void tell(Listener listener) {
    try {
      listener.changed(NativePodNetwork.read(JSON.std.mapFrom(Files.readString(file))));
    } catch (IOException e) {
      listener.silent("cannot read " + file + ": " + e.getMessage());
    }
  }
}
