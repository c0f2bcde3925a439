package dev.podnet.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** One queue for each key: who comes first goes first, and others' keys do not wait. */
final class KeyedLocks {
  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    final ReentrantLock lock = new ReentrantLock(true);
    int users;
  }

  /** Held until it is closed, by the same thread. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held lock(String key) {
    Entry entry;
    synchronized (entries) {
      entry = entries.computeIfAbsent(key, k -> new Entry());
      entry.users++;
    }
    entry.lock.lock();
    return () -> unlock(key, entry);
  }

  private void unlock(String key, Entry entry) {
    entry.lock.unlock();
    synchronized (entries) {
      if (--entry.users == 0) {
        entries.remove(key);
      }
    }
  }
}
