package dev.podnet.components.config;

import java.util.Optional;

/** Gateways that exist already. A VCN has one internet gateway and one service gateway at most. */
public record GatewaysConfig(
    @About("OCID of the internet gateway.") Optional<String> internet,
    @About("OCID of the NAT gateway.") Optional<String> nat,
    @About("OCID of the service gateway.") Optional<String> service) {

  /** None exists. */
  public static GatewaysConfig none() {
    return new GatewaysConfig(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
