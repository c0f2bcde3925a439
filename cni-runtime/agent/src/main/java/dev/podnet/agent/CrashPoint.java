package dev.podnet.agent;

/**
 * Places between two steps where the process may die; the tests make it die at each, with {@code
 * -Dpodnet.crash=ADD_JOURNALED}, as SIGKILL would.
 */
enum CrashPoint {
  ADD_JOURNALED,
  ADD_CONNECTED,
  ADD_CONFIGURED,
  ADD_SYNCED,
  DEL_JOURNALED,
  DEL_DISCONNECTED,
  REAP_DELETED,
  REAP_JOURNALED,
  SPOOL_DONE;

  private static final String WANTED = System.getProperty("podnet.crash", "");

  void reach() {
    if (WANTED.equals(name())) {
      Runtime.getRuntime().halt(137);
    }
  }
}
