package dev.podnet.components.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds blocks for sizes. What an algorithm gives never changes: a live subnet cannot move, so that
 * a better algorithm is another version.
 */
public final class Layout {
  /** The newest version. */
  public static final int VERSION = 1;

  private final List<Cidr> space;
  private final List<Cidr> taken = new ArrayList<>();

  /** Lays out the IPv4 blocks of a VCN. */
  public Layout(List<Cidr> space) {
    this.space = space.stream().filter(c -> !c.isIpv6()).toList();
  }

  /** Takes a block that is given. */
  public void take(Cidr block) {
    taken.add(block);
  }

  /**
   * Version 1: the lowest free block on its own boundary, in the first of the VCN's blocks that has
   * one. It sees only what was taken before, so that nothing that comes later can move it.
   */
  public Optional<Cidr> take(BlockSize size) {
    Optional<Cidr> found =
        space.stream().flatMap(block -> firstFree(block, size.prefix()).stream()).findFirst();
    found.ifPresent(taken::add);
    return found;
  }

  private Optional<Cidr> firstFree(Cidr block, int prefix) {
    if (prefix < block.prefix()) {
      return Optional.empty();
    }
    for (int i = 0; i < 1 << (prefix - block.prefix()); i++) {
      Cidr candidate = block.part(prefix, i);
      if (taken.stream().noneMatch(candidate::overlaps)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
