package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A VCN: its blocks, and the defaults that come and go with it. */
public final class VcnRules implements Rules {
  private static final int WIDEST = 16;
  private static final int NARROWEST = 30;
  private static final int MOST_BLOCKS = 16;
  private static final List<String> DEFAULTS =
      List.of("defaultRouteTableId", "defaultSecurityListId", "defaultDhcpOptionsId");

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () ->
            Refusal.when(
                input.has("cidrBlock") && input.has("cidrBlocks"),
                () -> Refusal.invalid("'cidrBlock' and 'cidrBlocks' exclude each other.")),
        () ->
            Refusal.when(
                blocks(input).isEmpty(),
                () -> Refusal.missing("One of 'cidrBlock' and 'cidrBlocks' is required.")),
        () -> badBlocks(blocks(input)),
        () -> badLabel(input.text("dnsLabel")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var blocks = blocks(input);
    String label = input.text("dnsLabel");
    var vcn =
        fresh
            .with("cidrBlocks", blocks)
            .with("cidrBlock", blocks.getFirst())
            .with("vcnDomainName", label == null ? null : label + ".oraclevcn.com");
    if (input.flag("isIpv6Enabled")) {
      vcn = vcn.with("ipv6CidrBlocks", List.of(gua(draft).toString()));
    }
    vcn =
        vcn.withBody(
            vcn.body()
                .without(
                    List.of(
                        "isIpv6Enabled", "isOracleGuaAllocationEnabled", "byoipv6CidrDetails")));
    return withDefaults(draft, vcn);
  }

  @Override
  public boolean blocks(Resource vcn, Resource referrer) {
    return DEFAULTS.stream().noneMatch(field -> referrer.id().equals(vcn.text(field)));
  }

  @Override
  public Finished finished(Draft draft, Resource vcn, Event event) {
    if (event == Event.DELETE) {
      DEFAULTS.stream().map(vcn::need).forEach(draft::remove);
    }
    return Finished.well(vcn);
  }

  private static List<String> blocks(Doc input) {
    var blocks = new ArrayList<>(input.texts("cidrBlocks"));
    String single = input.text("cidrBlock");
    if (single != null) {
      blocks.add(single);
    }
    return blocks;
  }

  static Optional<Refusal> badBlocks(List<String> blocks) {
    return Refusal.first(
        () ->
            Refusal.when(
                blocks.size() > MOST_BLOCKS,
                () -> Refusal.limit("A VCN can have at most " + MOST_BLOCKS + " IPv4 blocks.")),
        () -> badBlock(blocks),
        () -> overlap(blocks.stream().map(Cidr::of).toList()));
  }

  private static Optional<Refusal> badBlock(List<String> blocks) {
    return blocks.stream()
        .filter(block ->
            Cidr.parse(block)
                .filter(cidr -> cidr.prefix() >= WIDEST && cidr.prefix() <= NARROWEST)
                .isEmpty())
        .findFirst()
        .map(block ->
            Refusal.invalid(
                "'%s' is not an IPv4 block from /%d to /%d on its network boundary."
                    .formatted(block, WIDEST, NARROWEST)));
  }

  static Optional<Refusal> overlap(List<Cidr> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      for (int j = i + 1; j < blocks.size(); j++) {
        if (blocks.get(i).overlaps(blocks.get(j))) {
          return Optional.of(
              Refusal.invalid(
                  "The blocks " + blocks.get(i) + " and " + blocks.get(j) + " overlap."));
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> badLabel(@Nullable String label) {
    return Refusal.when(
        label != null && !label.matches("[a-zA-Z][a-zA-Z0-9]{0,14}"),
        () ->
            Refusal.invalid(
                "'dnsLabel' must start with a letter and hold at most 15 letters and digits, not '"
                    + label
                    + "'."));
  }

  private static Ipv6Cidr gua(Draft draft) {
    return new Ipv6Cidr(0x2603_c020_4000_0000L | (long) draft.ids().number(1 << 24) << 8, 56);
  }

  private static Resource withDefaults(Draft draft, Resource vcn) {
    var routes =
        defaultOf(draft, vcn, "routeTable", "Default Route Table", Doc.of("routeRules", List.of()));
    var security =
        defaultOf(draft, vcn, "securityList", "Default Security List", defaultSecurity(vcn));
    var dhcp =
        defaultOf(
            draft,
            vcn,
            "dhcpOptions",
            "Default DHCP Options",
            Doc.of(
                "options",
                List.of(Doc.of("type", "DomainNameServer", "serverType", "VcnLocalPlusInternet")),
                "domainNameType",
                "CUSTOM_DOMAIN"));
    return vcn.with("defaultRouteTableId", routes.id())
        .with("defaultSecurityListId", security.id())
        .with("defaultDhcpOptionsId", dhcp.id());
  }

  private static Resource defaultOf(
      Draft draft, Resource vcn, String kind, String title, Doc body) {
    var common =
        Doc.of(
            "compartmentId",
            vcn.need("compartmentId"),
            "vcnId",
            vcn.id(),
            "displayName",
            title + " for " + vcn.need("displayName"));
    return Lifecycle.start(draft, draft.freshAlong(kind, common.withAll(body)), Event.CREATE);
  }

  /** SSH and path-MTU messages in, everything out. */
  private static Doc defaultSecurity(Resource vcn) {
    var everything =
        Doc.of(
            "protocol", "all",
            "destination", "0.0.0.0/0",
            "destinationType", "CIDR_BLOCK",
            "isStateless", false);
    var ssh =
        ingress("6", "0.0.0.0/0")
            .with("tcpOptions", Doc.of("destinationPortRange", Doc.of("min", 22, "max", 22)));
    var pathMtu = ingress("1", "0.0.0.0/0").with("icmpOptions", Doc.of("type", 3, "code", 4));
    var unreachable = ingress("1", vcn.need("cidrBlock")).with("icmpOptions", Doc.of("type", 3));
    return Doc.of(
        "egressSecurityRules", List.of(everything),
        "ingressSecurityRules", List.of(ssh, pathMtu, unreachable));
  }

  private static Doc ingress(String protocol, String source) {
    return Doc.of(
        "protocol", protocol, "source", source, "sourceType", "CIDR_BLOCK", "isStateless", false);
  }
}
