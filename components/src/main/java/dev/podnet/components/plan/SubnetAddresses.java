package dev.podnet.components.plan;

import dev.podnet.components.net.BlockSpace;
import dev.podnet.components.net.Blocks;
import dev.podnet.components.net.Cidr;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The IPv4 addresses that pools need in a subnet, against those it has. What else may live there is
 * not counted: load balancers, bastions, and other clusters in a subnet that exists.
 *
 * @param blocks its blocks; empty where it exists and they are not written down
 * @param adopted whether it exists already, so that others may have addresses in it
 * @param shares what each pool needs, largest first
 * @param wanted all of that
 */
public record SubnetAddresses(
    String subnet, List<Cidr> blocks, boolean adopted, List<AddressShare> shares, Blocks wanted) {
  private static final int LARGEST = 16;
  private static final int SMALLEST = 30;

  public SubnetAddresses {
    blocks = List.copyOf(blocks);
    shares = List.copyOf(shares);
  }

  static SubnetAddresses of(
      String subnet, List<Cidr> blocks, boolean adopted, List<AddressShare> shares) {
    return new SubnetAddresses(
        subnet,
        blocks.stream().filter(b -> !b.isIpv6()).toList(),
        adopted,
        shares.stream()
            .sorted(Comparator.comparingLong((AddressShare s) -> -s.blocks().addresses()))
            .toList(),
        shares.stream().map(AddressShare::blocks).reduce(Blocks.NONE, Blocks::plus));
  }

  /** How well what is wanted fits. */
  public enum Fit {
    /** Wherever VNICs' own addresses land. */
    ALWAYS,
    /** When none of them spoils an aligned block that is needed. */
    AT_BEST,
    NEVER,
    /** The subnet exists, and its blocks are not written down. */
    UNKNOWN
  }

  public Fit fit() {
    if (isUnknown()) {
      return Fit.UNKNOWN;
    }
    BlockSpace space = space();
    if (!space.fits(wanted)) {
      return Fit.NEVER;
    }
    return fits(space, wanted, true) ? Fit.ALWAYS : Fit.AT_BEST;
  }

  /** Addresses needed when all are placed as well as can be. */
  public long best() {
    return wanted.addresses();
  }

  /** Addresses out of reach when they are placed as badly as can be. */
  public long worst() {
    Blocks singles = wanted.singles();
    return space().fitsWithSinglesApart(wanted)
        ? singles.addresses() + wanted.minus(singles).addressesAtWorst()
        : wanted.addressesAtWorst();
  }

  /** Addresses that are not reserved; empty where the blocks are not known. */
  public Optional<Long> usable() {
    return isUnknown() ? Optional.empty() : Optional.of(space().usable());
  }

  /** What is left of those at best; empty where others may have some of them too. */
  public Optional<Long> free() {
    return adopted ? Optional.empty() : usable().map(usable -> Math.max(usable - best(), 0));
  }

  /** Addresses needed at best while the largest pool is replaced, new nodes before old ones. */
  public long replacing() {
    return best() + shares.stream().mapToLong(s -> s.blocks().addresses()).max().orElse(0);
  }

  /**
   * Pools that could not be replaced, new nodes before old ones: nothing is said for a subnet that
   * is too small as it is, or not known. The old nodes are taken to need what the new ones do.
   */
  public List<AddressShare> irreplaceable() {
    BlockSpace space = space();
    return space.fits(wanted)
        ? shares.stream().filter(s -> !space.fits(wanted.plus(s.blocks()))).toList()
        : List.of();
  }

  /** The longest prefix of one block that all would fit into, at best or always; /30 to /16. */
  public Optional<Integer> prefix(boolean always) {
    return prefix(wanted, always);
  }

  /** The same when any pool may need its addresses twice, at best. */
  public Optional<Integer> prefixToReplace() {
    return shares.stream()
        .map(s -> prefix(wanted.plus(s.blocks()), false))
        .min(Comparator.comparing(p -> p.orElse(0)))
        .flatMap(p -> p);
  }

  private static Optional<Integer> prefix(Blocks some, boolean always) {
    return IntStream.iterate(SMALLEST, p -> p >= LARGEST, p -> p - 1)
        .filter(p -> fits(BlockSpace.ofPrefix(p), some, always))
        .boxed()
        .findFirst();
  }

  /** Most nodes of a pool, one at least, with which all would fit; others as they are. */
  public Optional<Integer> nodes(AddressShare share, boolean always) {
    BlockSpace space = space();
    Blocks others = wanted.minus(share.blocks());
    return most(
        share.pool().capacity().mostNodes(),
        nodes -> fits(space, others.plus(share.blocks(nodes)), always));
  }

  /** Largest power of two as a profile's ipCount with which all would fit; others as they are. */
  public Optional<Integer> ipCount(
      AddressShare share, AddressShare.Part.Profile of, boolean always) {
    Blocks others = wanted.minus(share.blocks());
    return IntStream.iterate(Integer.highestOneBit(of.ipCount() - 1), c -> c > 0, c -> c / 2)
        .filter(c -> fits(space(), others.plus(share.withIpCount(of.name(), c).blocks()), always))
        .boxed()
        .findFirst();
  }

  private static Optional<Integer> most(int limit, Predicate<Integer> fits) {
    int low = 0;
    int high = Math.max(limit, 0);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(low);
  }

  private boolean isUnknown() {
    return adopted && blocks.isEmpty();
  }

  private BlockSpace space() {
    return BlockSpace.of(blocks);
  }

  private static boolean fits(BlockSpace space, Blocks some, boolean always) {
    return always ? space.fitsAnyhow(some) || space.fitsWithSinglesApart(some) : space.fits(some);
  }
}
