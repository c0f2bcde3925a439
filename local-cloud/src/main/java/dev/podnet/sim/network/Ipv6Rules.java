package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.List;
import java.util.Optional;

/** An IPv6 address, or a block of them, on a VNIC or kept in a subnet. */
public final class Ipv6Rules implements Rules {
  private static final int WIDEST_BLOCK = 80;
  private static final int MOST_ON_A_VNIC = 32;

  /** Puts an address, or a block of them, on a VNIC whose subnet has IPv6. */
  public static Resource assign(Draft draft, Resource vnic, int prefix) {
    var subnet = draft.get(vnic.need("subnetId")).orElseThrow();
    String address = Ipv6Addresses.of(draft, subnet).orElseThrow().takeBlock(prefix);
    var body =
        Doc.of(
            "compartmentId",
            vnic.text("compartmentId"),
            "displayName",
            "ipv6" + address,
            "ipAddress",
            address,
            "cidrPrefixLength",
            prefix == 128 ? null : prefix,
            "subnetId",
            subnet.id(),
            "vnicId",
            vnic.id(),
            "ipState",
            "ASSIGNED",
            "lifetime",
            "EPHEMERAL");
    return Lifecycle.start(draft, draft.freshAlong("ipv6", body), Event.CREATE);
  }

  /** The first addresses of a block, one by one. */
  public static List<String> expand(Resource ipv6, int count) {
    return Ipv6Addresses.from(ipv6.need("ipAddress"), count);
  }

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () -> PrivateIpRules.refusePlace(input),
        () ->
            Refusal.when(
                prefix(input) < WIDEST_BLOCK || prefix(input) > 128 || prefix(input) % 4 != 0,
                () ->
                    Refusal.invalid(
                        "'cidrPrefixLength' must be a multiple of 4 from %d to 128."
                            .formatted(WIDEST_BLOCK))),
        () ->
            Refusal.when(
                Ipv6Addresses.of(draft, PrivateIpRules.subnet(draft, input)).isEmpty(),
                () ->
                    Refusal.invalid(
                        "The subnet "
                            + PrivateIpRules.subnet(draft, input).id()
                            + " has no IPv6 block.")),
        () -> input.has("vnicId") ? full(draft, input.need("vnicId"), "") : Optional.empty(),
        () ->
            Refusal.when(
                take(draft, input).isEmpty(),
                () ->
                    Refusal.limit(
                        "The subnet %s has no free address %s/%d."
                            .formatted(
                                PrivateIpRules.subnet(draft, input).id(),
                                input.text("ipAddress"),
                                prefix(input)))));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var subnet = PrivateIpRules.subnet(draft, input);
    var body =
        fresh
            .body()
            .without(List.of("ipv6SubnetCidr"))
            .orElse(Doc.of("lifetime", "EPHEMERAL", "compartmentId", subnet.text("compartmentId")))
            .with("ipAddress", take(draft, input).orElseThrow())
            .with("subnetId", subnet.id());
    return assigned(fresh.withBody(body));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    String vnic = merged.text("vnicId");
    return vnic == null
        ? Optional.empty()
        : Refusal.first(
            () ->
                Refusal.when(
                    !old.need("subnetId").equals(draft.get(vnic).orElseThrow().text("subnetId")),
                    () -> Refusal.invalid("'vnicId': " + vnic + " is in another subnet.")),
            () -> full(draft, vnic, old.id()));
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return assigned(merged);
  }

  private static Resource assigned(Resource ip) {
    return ip.with("ipState", ip.body().has("vnicId") ? "ASSIGNED" : "AVAILABLE");
  }

  private static Optional<Refusal> full(Draft draft, String vnicId, String self) {
    long held =
        draft.referrers(vnicId).stream()
            .filter(each -> each.kind().equals("ipv6") && !each.id().equals(self))
            .count();
    return Refusal.when(
        held >= MOST_ON_A_VNIC,
        () -> Refusal.limit("A VNIC holds at most " + MOST_ON_A_VNIC + " IPv6 addresses."));
  }

  private static Optional<String> take(Draft draft, Doc input) {
    var addresses = Ipv6Addresses.of(draft, PrivateIpRules.subnet(draft, input)).orElseThrow();
    String wanted = input.text("ipAddress");
    return wanted == null
        ? Optional.of(addresses.takeBlock(prefix(input)))
        : addresses.takeExactly(wanted, prefix(input));
  }

  private static int prefix(Doc input) {
    return (int) input.numberOr("cidrPrefixLength", 128);
  }
}
