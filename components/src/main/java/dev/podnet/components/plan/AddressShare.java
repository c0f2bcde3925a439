package dev.podnet.components.plan;

import dev.podnet.components.net.Blocks;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one pool needs of a subnet's IPv4 addresses, when it has as many nodes as it may have.
 *
 * @param pool the pool, with its most nodes
 * @param parts what each of its nodes has there
 */
public record AddressShare(PoolPlan pool, List<Part> parts) {
  public AddressShare {
    parts = List.copyOf(parts);
  }

  /** What some or all nodes of a pool have in a subnet. */
  public sealed interface Part {
    /**
     * The primary VNIC.
     *
     * @param placements how many of the pool's placements are in this subnet
     * @param all how many there are; OKE spreads nodes evenly over them
     */
    record Node(int placements, int all) implements Part {}

    /** VNICs with one address for each pod, and their own. */
    record Pods(int pods, int vnics) implements Part {}

    /** A VNIC with one aligned block for pods, and its own address. */
    record Profile(String name, int ipCount) implements Part {}

    /** How many of so many nodes have it. */
    default long nodes(long all) {
      return this instanceof Node n ? (all * n.placements() + n.all() - 1) / n.all() : all;
    }

    default Blocks perNode() {
      if (this instanceof Pods p) {
        return Blocks.of(1, (long) p.pods() + p.vnics());
      }
      Blocks own = Blocks.of(1, 1);
      return this instanceof Profile p ? own.plus(Blocks.of(p.ipCount(), 1)) : own;
    }
  }

  /** All that it needs. */
  public Blocks blocks() {
    return blocks(pool.capacity().mostNodes());
  }

  /** All that it would need with another number of nodes, those beside, while cycled, included. */
  public Blocks blocks(int nodes) {
    long peak = peak(nodes);
    return parts.stream()
        .map(part -> part.perNode().times(part.nodes(peak)))
        .reduce(Blocks.NONE, Blocks::plus);
  }

  /** The same with another number of addresses on the VNICs of one profile. */
  public AddressShare withIpCount(String profile, int ipCount) {
    return new AddressShare(
        pool,
        parts.stream()
            .map(part ->
                part instanceof Part.Profile p && p.name().equals(profile)
                    ? new Part.Profile(profile, ipCount)
                    : part)
            .toList());
  }

  /** The profiles that it has there. */
  public Stream<Part.Profile> profiles() {
    return parts.stream()
        .flatMap(part -> part instanceof Part.Profile p ? Stream.of(p) : Stream.empty());
  }

  /** Nodes there may be at a time, when the pool may have so many. */
  public long peak(int nodes) {
    return Math.max(nodes, 0) + pool.cycling().map(c -> c.surge(nodes)).orElse(0L);
  }
}
