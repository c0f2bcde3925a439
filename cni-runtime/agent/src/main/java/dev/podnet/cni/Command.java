package dev.podnet.cni;

/** What a runtime can ask for. VERSION is answered by the plugin. */
public enum Command {
  ADD,
  DEL,
  CHECK,
  GC,
  STATUS
}
