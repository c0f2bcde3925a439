package dev.podnet.components.config;

import dev.podnet.components.net.BlockSize;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.net.Layout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A subnet. */
public record SubnetConfig(
    @About("Name, unique in the stack.") String name,
    @About("OCID of a subnet that exists; a new one is made when left out.") Optional<String> id,
    @About("What lives in it; decides its security rules.") Role role,
    @About(
            value = "One IPv4 block; pod subnets may have two: VNIC addresses and pod blocks.",
            example = "[10.0.32.0/19]",
            limit = "inside the VCN's blocks, no two overlap")
        List<Cidr> cidrs,
    @About(
            value =
                "Sizes in place of blocks, as prefixes or numbers of addresses; they get the lowest"
                    + " free blocks, in the order of the list.",
            example = "[/24]",
            limit = "/16 to /30")
        List<BlockSize> sizes,
    @About(
            value = "Sizes of gaps that stay unused before it, as where a subnet was.",
            example = "[/24]",
            limit = "/16 to /30")
        List<BlockSize> unusedBefore,
    @About(value = "Whether VNICs in it may have public addresses.", def = "private") Access access,
    @About(
            value = "Which /64 of the VCN's IPv6 /56 it has; none when left out.",
            limit = "0 to 255")
        Optional<Integer> ipv6Index,
    @About(value = "Its IPv6 /64, in place of an index.", example = "2603:c020:4000:100::/64")
        Optional<Cidr> ipv6Cidr,
    @About(value = "Number of its availability domain; regional when left out.", limit = "1 to 3")
        Optional<Integer> availabilityDomain,
    @About(value = "Whether a log is kept of all its traffic.", def = "false") boolean flowLogs) {

  public SubnetConfig {
    cidrs = List.copyOf(cidrs);
    sizes = List.copyOf(sizes);
    unusedBefore = List.copyOf(unusedBefore);
  }

  /** This subnet with blocks for its sizes and no gaps; as it is where there is no room. */
  SubnetConfig laidOut(Layout layout) {
    cidrs.forEach(layout::take);
    List<Optional<Cidr>> gaps = unusedBefore.stream().map(layout::take).toList();
    if (sizes.isEmpty() || !cidrs.isEmpty()) {
      return this;
    }
    List<Optional<Cidr>> blocks = sizes.stream().map(layout::take).toList();
    return Stream.concat(gaps.stream(), blocks.stream()).allMatch(Optional::isPresent)
        ? with(blocks.stream().flatMap(Optional::stream).toList())
        : this;
  }

  private SubnetConfig with(List<Cidr> blocks) {
    return new SubnetConfig(
        name,
        id,
        role,
        blocks,
        List.of(),
        List.of(),
        access,
        ipv6Index,
        ipv6Cidr,
        availabilityDomain,
        flowLogs);
  }

  public boolean hasIpv6() {
    return ipv6Index.isPresent() || ipv6Cidr.isPresent();
  }

  /** What a subnet is for. */
  public enum Role {
    ENDPOINT,
    WORKERS,
    PODS,
    LOAD_BALANCERS,
    BASTION,
    /** Virtual nodes and their pods. */
    VIRTUAL_NODES
  }

  /** Private subnets route through the NAT gateway, public ones through the internet gateway. */
  public enum Access {
    PRIVATE,
    PUBLIC
  }
}
