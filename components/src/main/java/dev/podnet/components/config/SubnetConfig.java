package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.List;

/** A regional subnet. */
public record SubnetConfig(
    @About("Name, unique in the stack.") String name,
    @About("What lives in it; decides its security rules.") Role role,
    @About(
            value = "One IPv4 block; pod subnets may have two: VNIC addresses and pod blocks.",
            example = "[10.0.32.0/19]")
        List<Cidr> cidrs,
    @About(value = "Whether VNICs in it may have public addresses.", def = "private")
        Access access) {

  public SubnetConfig {
    cidrs = List.copyOf(cidrs);
  }

  /** What a subnet is for. */
  public enum Role {
    ENDPOINT,
    WORKERS,
    PODS,
    LOAD_BALANCERS,
    BASTION
  }

  /** Private subnets route through the NAT gateway, public ones through the internet gateway. */
  public enum Access {
    PRIVATE,
    PUBLIC
  }
}
