package dev.podnet.podnetctl;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the commands ask of the machine they run on. */
interface Machine {
  /** The project's folder. */
  Path root();

  Map<String, String> environment();

  /** All that a program prints; empty where it is not on the PATH, fails, or hangs. */
  Optional<String> output(String... command);

  boolean isAlive(long pid);

  /** Whether something accepts connections on this port of the loopback address. */
  boolean listens(int port);
}
