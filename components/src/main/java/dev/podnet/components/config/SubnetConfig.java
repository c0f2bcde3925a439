package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.List;
import java.util.Optional;

/** A subnet. */
public record SubnetConfig(
    @About("Name, unique in the stack.") String name,
    @About("OCID of a subnet that exists; a new one is made when left out.") Optional<String> id,
    @About("What lives in it; decides its security rules.") Role role,
    @About(
            value = "One IPv4 block; pod subnets may have two: VNIC addresses and pod blocks.",
            example = "[10.0.32.0/19]")
        List<Cidr> cidrs,
    @About(value = "Whether VNICs in it may have public addresses.", def = "private") Access access,
    @About(value = "Which /64 of the VCN's IPv6 /56 it has, 0 to 255; none when left out.")
        Optional<Integer> ipv6Index,
    @About(value = "Its IPv6 /64, in place of an index.", example = "2603:c020:4000:100::/64")
        Optional<Cidr> ipv6Cidr,
    @About("Number of its availability domain, from 1; regional when left out.")
        Optional<Integer> availabilityDomain,
    @About(value = "Whether a log is kept of all its traffic.", def = "false") boolean flowLogs) {

  public SubnetConfig {
    cidrs = List.copyOf(cidrs);
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
