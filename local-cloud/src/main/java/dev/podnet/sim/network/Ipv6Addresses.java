package dev.podnet.sim.network;

import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The IPv6 addresses of one subnet's first /64: what is taken and what is free. Only the lower half
 * of an address varies, and far less than its range is ever used.
 */
final class Ipv6Addresses {
  /** OCI keeps the first eight addresses of a subnet for itself. */
  private static final long RESERVED = 8;

  private static final long END = 1L << 62;

  private final Ipv6Cidr block;

  /** First to last lower half of what is taken. */
  private final TreeMap<Long, Long> taken = new TreeMap<>();

  private Ipv6Addresses(Ipv6Cidr block) {
    this.block = block;
    taken.put(0L, RESERVED - 1);
  }

  /** Empty when the subnet has no IPv6 block. */
  static Optional<Ipv6Addresses> of(State state, Resource subnet) {
    var blocks = subnet.body().texts("ipv6CidrBlocks");
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    var addresses = new Ipv6Addresses(Ipv6Cidr.parse(blocks.getFirst()).orElseThrow());
    for (Resource each : state.referrers(subnet.id())) {
      if (each.kind().equals("ipv6")) {
        addresses
            .low(each.need("ipAddress"))
            .ifPresent(low -> addresses.take(low, prefix(each.body().number("cidrPrefixLength"))));
      }
    }
    return Optional.of(addresses);
  }

  /** As many addresses as wanted, from this one on. */
  static List<String> from(String address, int count) {
    var bytes = ByteBuffer.wrap(Inet6Address.ofLiteral(address).getAddress());
    var network = new Ipv6Cidr(bytes.getLong(), 64);
    long first = bytes.getLong();
    return LongStream.range(first, first + count).mapToObj(network::address).toList();
  }

  /** Takes the lowest free address, or block of addresses that is aligned to its size. */
  String takeBlock(int prefix) {
    long size = size(prefix);
    long at = 0;
    var hindrance = taken.floorEntry(size - 1);
    while (hindrance != null && hindrance.getValue() >= at) {
      at = (hindrance.getValue() / size + 1) * size;
      hindrance = taken.floorEntry(at + size - 1);
    }
    take(at, prefix);
    return block.address(at);
  }

  /** Takes an address, or block, that the caller chose; empty when it cannot be had. */
  Optional<String> takeExactly(String address, int prefix) {
    long size = size(prefix);
    return low(address)
        .filter(low -> low >= 0 && low < END && low % size == 0)
        .filter(low -> {
          var hindrance = taken.floorEntry(low + size - 1);
          return hindrance == null || hindrance.getValue() < low;
        })
        .map(low -> {
          take(low, prefix);
          return block.address(low);
        });
  }

  private void take(long low, int prefix) {
    taken.put(low, low + size(prefix) - 1);
  }

  private Optional<Long> low(String address) {
    try {
      // A literal is only parsed: no name is ever looked up.
      var bytes = ByteBuffer.wrap(Inet6Address.ofLiteral(address).getAddress());
      return bytes.getLong() == block.network() ? Optional.of(bytes.getLong()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int prefix(@Nullable Long length) {
    return length == null ? 128 : length.intValue();
  }

  private static long size(int prefix) {
    return 1L << (128 - prefix);
  }
}
