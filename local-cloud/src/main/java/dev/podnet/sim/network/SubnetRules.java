package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subnet: its place in the VCN and what it takes from the VCN's defaults. */
public final class SubnetRules implements Rules {
  private static final int MOST_SECURITY_LISTS = 5;

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    var vcn = draft.get(input.need("vcnId")).orElseThrow();
    return Refusal.first(
        () -> badBlocks(draft, vcn, blocks(input), ipv6Blocks(input), null),
        () -> badPeers(draft, vcn, input),
        () -> badDomain(draft, input.text("availabilityDomain")),
        () -> VcnRules.badLabel(input.text("dnsLabel")),
        () ->
            Refusal.when(
                input.has("dnsLabel") && !vcn.body().has("dnsLabel"),
                () -> Refusal.invalid("'dnsLabel' needs a VCN with a DNS label.")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var vcn = draft.get(input.need("vcnId")).orElseThrow();
    var body =
        fresh
            .body()
            .orElse(
                Doc.of(
                    "routeTableId", vcn.text("defaultRouteTableId"),
                    "dhcpOptionsId", vcn.text("defaultDhcpOptionsId"),
                    "prohibitPublicIpOnVnic", input.flag("prohibitInternetIngress"),
                    "prohibitInternetIngress", input.flag("prohibitPublicIpOnVnic"),
                    "virtualRouterMac", "00:00:17" + draft.ids().mac().substring(8)));
    String label = input.text("dnsLabel");
    if (label != null) {
      body = body.with("subnetDomainName", label + "." + vcn.need("dnsLabel") + ".oraclevcn.com");
    }
    if (body.texts("securityListIds").isEmpty()) {
      body = body.with("securityListIds", List.of(vcn.need("defaultSecurityListId")));
    }
    return fresh.withBody(addressed(body, blocks(input), ipv6Blocks(input)));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    var vcn = draft.get(old.need("vcnId")).orElseThrow();
    return Refusal.first(
        () -> badPeers(draft, vcn, merged),
        () ->
            input.has("cidrBlock")
                ? badBlocks(draft, vcn, List.of(input.need("cidrBlock")), List.of(), old)
                : Optional.empty());
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return Objects.equals(old.text("cidrBlock"), merged.text("cidrBlock"))
        ? merged
        : merged.withBody(
            addressed(merged.body(), List.of(merged.need("cidrBlock")), ipv6Blocks(merged.body())));
  }

  /** A body with these blocks, of which the first is shown in the single field too. */
  static Doc addressed(Doc body, List<String> blocks, List<String> ipv6Blocks) {
    var addressed = body;
    if (!blocks.isEmpty()) {
      addressed =
          addressed
              .with("cidrBlock", blocks.getFirst())
              .with("ipv4CidrBlocks", blocks)
              .with("virtualRouterIp", Cidr.text(Cidr.of(blocks.getFirst()).first() + 1));
    }
    if (!ipv6Blocks.isEmpty()) {
      addressed =
          addressed
              .with("ipv6CidrBlock", ipv6Blocks.getFirst())
              .with("ipv6CidrBlocks", ipv6Blocks)
              .with("ipv6VirtualRouterIp", "fe80::200:17ff:fe00:1");
    }
    return addressed;
  }

  private static List<String> blocks(Doc input) {
    return joined(input.text("cidrBlock"), input.texts("ipv4CidrBlocks"));
  }

  private static List<String> ipv6Blocks(Doc input) {
    return joined(input.text("ipv6CidrBlock"), input.texts("ipv6CidrBlocks"));
  }

  /** The single field and the list say the same thing twice; both together must not add a block. */
  private static List<String> joined(@Nullable String single, List<String> many) {
    var all = new ArrayList<>(many);
    if (single != null && !all.contains(single)) {
      all.addFirst(single);
    }
    return all;
  }

  static Optional<Refusal> badBlocks(
      Draft draft,
      Resource vcn,
      List<String> blocks,
      List<String> ipv6Blocks,
      @Nullable Resource self) {
    return Refusal.first(
        () ->
            Refusal.when(
                blocks.isEmpty() && ipv6Blocks.isEmpty(),
                () ->
                    Refusal.missing(
                        "One of 'cidrBlock', 'ipv4CidrBlocks' and 'ipv6CidrBlocks' is required.")),
        () ->
            blocks.stream()
                .filter(block -> Cidr.parse(block).filter(cidr -> cidr.prefix() <= 30).isEmpty())
                .findFirst()
                .map(block ->
                    Refusal.invalid(
                        "'"
                            + block
                            + "' is not an IPv4 block of /30 or more on its network boundary.")),
        () -> VcnRules.overlap(blocks.stream().map(Cidr::of).toList()),
        () -> outsideVcn(vcn, blocks),
        () -> overlapsNeighbour(draft, vcn, blocks, self),
        () -> badIpv6(draft, vcn, ipv6Blocks, self));
  }

  private static Optional<Refusal> outsideVcn(Resource vcn, List<String> blocks) {
    var outer = vcn.body().texts("cidrBlocks").stream().map(Cidr::of).toList();
    return blocks.stream()
        .filter(block -> outer.stream().noneMatch(each -> each.contains(Cidr.of(block))))
        .findFirst()
        .map(block ->
            Refusal.invalid(
                "The block " + block + " is not inside the VCN's blocks " + outer + "."));
  }

  private static Optional<Refusal> overlapsNeighbour(
      Draft draft, Resource vcn, List<String> blocks, @Nullable Resource self) {
    for (Resource neighbour : draft.all("subnet")) {
      if (!vcn.id().equals(neighbour.text("vcnId"))
          || (self != null && self.id().equals(neighbour.id()))) {
        continue;
      }
      for (Cidr taken : Addresses.blocks(neighbour)) {
        for (String block : blocks) {
          if (taken.overlaps(Cidr.of(block))) {
            return Optional.of(
                Refusal.invalid(
                    "The block %s overlaps %s of the subnet %s."
                        .formatted(block, taken, neighbour.id())));
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> badIpv6(
      Draft draft, Resource vcn, List<String> blocks, @Nullable Resource self) {
    var outer =
        vcn.body().texts("ipv6CidrBlocks").stream()
            .flatMap(each -> Ipv6Cidr.parse(each).stream())
            .toList();
    for (String block : blocks) {
      var cidr = Ipv6Cidr.parse(block).filter(each -> each.prefix() == 64);
      if (cidr.isEmpty() || outer.stream().noneMatch(each -> each.contains(cidr.get()))) {
        return Optional.of(
            Refusal.invalid(
                "'" + block + "' is not a /64 inside the VCN's IPv6 blocks " + outer + "."));
      }
      boolean taken =
          draft.all("subnet").stream()
              .filter(each -> self == null || !each.id().equals(self.id()))
              .flatMap(each -> each.body().texts("ipv6CidrBlocks").stream())
              .anyMatch(each -> Ipv6Cidr.parse(each).equals(cidr));
      if (taken) {
        return Optional.of(Refusal.invalid("The block " + block + " is in use by another subnet."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> badPeers(Draft draft, Resource vcn, Doc body) {
    var lists = body.texts("securityListIds");
    return Refusal.first(
        () ->
            Refusal.when(
                lists.size() > MOST_SECURITY_LISTS,
                () ->
                    Refusal.invalid(
                        "'securityListIds': at most "
                            + MOST_SECURITY_LISTS
                            + ", not "
                            + lists.size()
                            + ".")),
        () -> Peers.sameVcn(draft, vcn.id(), "securityListIds", lists),
        () -> peer(draft, vcn, body, "routeTableId"),
        () -> peer(draft, vcn, body, "dhcpOptionsId"));
  }

  private static Optional<Refusal> peer(Draft draft, Resource vcn, Doc body, String field) {
    String id = body.text(field);
    return id == null ? Optional.empty() : Peers.sameVcn(draft, vcn.id(), field, id);
  }

  private static Optional<Refusal> badDomain(Draft draft, @Nullable String domain) {
    var known = draft.catalog().facts().texts("availabilityDomains");
    return Refusal.when(
        domain != null && !known.contains(domain),
        () ->
            Refusal.invalid(
                "'availabilityDomain' must be one of " + known + ", not '" + domain + "'."));
  }
}
