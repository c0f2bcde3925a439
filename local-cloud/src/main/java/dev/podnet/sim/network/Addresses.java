package dev.podnet.sim.network;

import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The addresses of one subnet: what is taken and what is free. Three addresses of every block are
 * reserved: the first two and the last. Lowest free address first, so that a run can be repeated.
 */
public final class Addresses {
  private final List<Cidr> blocks;

  /** First to last address of what is taken; ranges never overlap. */
  private final TreeMap<Long, Long> taken = new TreeMap<>();

  private Addresses(List<Cidr> blocks) {
    this.blocks = blocks;
    for (Cidr block : blocks) {
      take(block.first(), Math.min(2, block.size()));
      if (block.size() > 2) {
        take(block.last(), 1);
      }
    }
  }

  public static Addresses of(State state, Resource subnet) {
    var addresses = new Addresses(blocks(subnet));
    for (Resource referrer : state.referrers(subnet.id())) {
      if (referrer.kind().equals("privateIp")) {
        long size = 1L << (32 - referrer.body().numberOr("cidrPrefixLength", 32));
        Cidr.address(referrer.need("ipAddress")).ifPresent(first -> addresses.take(first, size));
      }
    }
    return addresses;
  }

  static List<Cidr> blocks(Resource subnet) {
    return subnet.body().texts("ipv4CidrBlocks").stream().map(Cidr::of).toList();
  }

  /** Takes the lowest free single address. */
  public Optional<Long> takeHost() {
    return takeBlock(32);
  }

  /** Takes the lowest free block of this prefix length that is aligned to its size. */
  public Optional<Long> takeBlock(int prefix) {
    long size = 1L << (32 - prefix);
    for (Cidr block : blocks) {
      long at = aligned(block.first(), size);
      while (at + size - 1 <= block.last()) {
        var hindrance = takenWithin(at, at + size - 1);
        if (hindrance.isEmpty()) {
          take(at, size);
          return Optional.of(at);
        }
        at = aligned(hindrance.get().getValue() + 1, size);
      }
    }
    return Optional.empty();
  }

  /** Takes a block that the caller chose; false when it is outside the subnet or not free. */
  public boolean takeExactly(long first, int prefix) {
    var wanted = new Cidr(first, prefix);
    if (blocks.stream().noneMatch(block -> block.contains(wanted))
        || takenWithin(first, wanted.last()).isPresent()) {
      return false;
    }
    take(first, wanted.size());
    return true;
  }

  private Optional<Map.Entry<Long, Long>> takenWithin(long first, long last) {
    return Optional.ofNullable(taken.floorEntry(last)).filter(entry -> entry.getValue() >= first);
  }

  private void take(long first, long size) {
    taken.put(first, first + size - 1);
  }

  private static long aligned(long address, long size) {
    return (address + size - 1) / size * size;
  }
}
