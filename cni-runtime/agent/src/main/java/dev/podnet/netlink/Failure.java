package dev.podnet.netlink;

import dev.podnet.linux.Errno;
import dev.podnet.node.Change;

/** A change that the kernel refused. The others of its batch have been carried out all the same. */
public record Failure(Change change, int errno) {
  @Override
  public String toString() {
    return "the kernel refused " + change + ": " + Errno.text(errno);
  }
}
