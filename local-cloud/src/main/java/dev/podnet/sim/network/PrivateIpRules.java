package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A secondary private IP: one address, or an aligned block of them. */
public final class PrivateIpRules implements Rules {
  private static final int MOST_ON_A_VNIC = 65;
  private static final int WIDEST_BLOCK = 18;

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () -> refusePlace(input),
        () ->
            Refusal.when(
                prefix(input) < WIDEST_BLOCK || prefix(input) > 32,
                () ->
                    Refusal.invalid("'cidrPrefixLength' must be from " + WIDEST_BLOCK + " to 32.")),
        () -> vnicFull(draft, input),
        () ->
            Refusal.when(
                take(draft, input).isEmpty(),
                () ->
                    Refusal.limit(
                        "The subnet %s has no free %s."
                            .formatted(
                                subnet(draft, input).id(),
                                input.has("ipAddress")
                                    ? "address " + input.text("ipAddress") + "/" + prefix(input)
                                    : "block of /" + prefix(input)))));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var subnet = subnet(draft, input);
    return fresh.withBody(
        fresh
            .body()
            .orElse(Doc.of("lifetime", "EPHEMERAL"))
            .withAll(
                Doc.of(
                    "ipAddress",
                    Cidr.text(take(draft, input).orElseThrow()),
                    "isPrimary",
                    false,
                    "subnetId",
                    subnet.id(),
                    "availabilityDomain",
                    input.has("vnicId")
                        ? draft.get(input.need("vnicId")).orElseThrow().text("availabilityDomain")
                        : subnet.text("availabilityDomain"),
                    "compartmentId",
                    subnet.text("compartmentId"),
                    "ipState",
                    input.has("vnicId") ? "ASSIGNED" : "AVAILABLE")));
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource ip) {
    return Refusal.when(
        ip.body().flag("isPrimary"),
        () ->
            Refusal.incorrectState(
                "The primary private IP of a VNIC is deleted with the VNIC only."));
  }

  private static int prefix(Doc input) {
    return (int) input.numberOr("cidrPrefixLength", 32);
  }

  /** An address, IPv4 or IPv6, is asked for on a VNIC or in a subnet. */
  static Optional<Refusal> refusePlace(Doc input) {
    return Refusal.when(
        input.has("vnicId") == input.has("subnetId"),
        () -> Refusal.invalid("Exactly one of 'vnicId' and 'subnetId' is required."));
  }

  /** The subnet of an address, IPv4 or IPv6, that is asked for on a VNIC or in a subnet. */
  static Resource subnet(Draft draft, Doc input) {
    String id =
        input.has("vnicId")
            ? draft.get(input.need("vnicId")).orElseThrow().need("subnetId")
            : input.need("subnetId");
    return draft.get(id).orElseThrow();
  }

  private static Optional<Refusal> vnicFull(Draft draft, Doc input) {
    long held =
        input.has("vnicId")
            ? draft.referrers(input.need("vnicId")).stream()
                .filter(each -> each.kind().equals("privateIp"))
                .count()
            : 0;
    return Refusal.when(
        held >= MOST_ON_A_VNIC,
        () ->
            Refusal.limit(
                "A VNIC holds at most " + (MOST_ON_A_VNIC - 1) + " secondary private IPs."));
  }

  private static Optional<Long> take(Draft draft, Doc input) {
    var addresses = Addresses.of(draft, subnet(draft, input));
    String wanted = input.text("ipAddress");
    return wanted == null
        ? addresses.takeBlock(prefix(input))
        : Cidr.address(wanted)
            .filter(first -> first % (1L << (32 - prefix(input))) == 0)
            .filter(first -> addresses.takeExactly(first, prefix(input)));
  }
}
