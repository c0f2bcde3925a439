package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;

/** One message to the kernel. */
public sealed interface Change {

  /**
   * A pair of links, its peer made at once in the namespace of the descriptor: moving it there
   * later would cost ten times as much.
   */
  record CreatePair(Pod pod, int netnsDescriptor) implements Change {}

  /** An interface's alias and group; it is brought up too. */
  record SetLink(int index, String alias, int group) implements Change {}

  record SetGroup(int index, int group) implements Change {}

  record BringUp(int index) implements Change {}

  record DeleteLink(int index) implements Change {}

  /** All links of a group at once: the kernel waits for its readers once, not for each. */
  record DeleteGroup(int group) implements Change {}

  record PutRoute(Route route) implements Change {}

  record DeleteRoute(Route route) implements Change {}

  record PutRule(Rule rule) implements Change {}

  record DeleteRule(Rule rule) implements Change {}

  record PutNeighbour(int index, Ip ip, Mac mac) implements Change {}

  record PutAddress(int index, Prefix address) implements Change {}
}
