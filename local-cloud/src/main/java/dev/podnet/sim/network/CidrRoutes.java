package dev.podnet.sim.network;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Checks;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes the blocks of VCNs and subnets. */
public final class CidrRoutes {
  private static final String VCN = "/20160918/vcns/{id}/actions/";
  private static final String SUBNET = "/20160918/subnets/{id}/actions/";

  private CidrRoutes() {}

  /** A change of a list of blocks: one that goes, one that comes, or both. */
  private record Change(@Nullable String gone, @Nullable String come) {
    List<String> on(List<String> blocks) {
      var changed = new ArrayList<>(blocks);
      int at = gone == null ? changed.size() : changed.indexOf(gone);
      if (gone != null) {
        changed.remove(at);
      }
      if (come != null) {
        changed.add(at, come);
      }
      return changed;
    }

    Optional<Refusal> unknown(List<String> blocks) {
      return Refusal.when(
          gone != null && !blocks.contains(gone),
          () -> Refusal.invalid("There is no block " + gone + " among " + blocks + "."));
    }
  }

  public static List<Route> routes() {
    return List.of(
        vcn("addCidr", "vcnCidr", call -> new Change(null, call.body().text("cidrBlock"))),
        vcn("removeCidr", "vcnCidr", call -> new Change(call.body().text("cidrBlock"), null)),
        vcn(
            "modifyCidr",
            "changedVcnCidr",
            call ->
                new Change(
                    call.body().text("originalCidrBlock"), call.body().text("newCidrBlock"))),
        subnet("addIpv4Cidr", "subnetCidr", call -> new Change(null, ipv4(call))),
        subnet("removeIpv4Cidr", "subnetCidr", call -> new Change(ipv4(call), null)),
        subnet(
            "modifyIpv4Cidr",
            "changedSubnetCidr",
            call -> new Change(ipv4(call), call.body().text("updatedIpv4CidrBlock"))),
        Route.of(
            "POST",
            SUBNET + "addIpv6Cidr",
            call ->
                on(
                    call,
                    "subnet",
                    (draft, subnet) ->
                        Checks.shape(draft, "subnetIpv6Cidr", call.body())
                            .or(() -> addIpv6(draft, subnet, call.body().need("ipv6CidrBlock"))))));
  }

  private static Route vcn(String action, String shape, Function<Call, Change> read) {
    return Route.of(
        "POST",
        VCN + action,
        call ->
            on(
                call,
                "vcn",
                (draft, vcn) ->
                    Checks.shape(draft, shape, call.body())
                        .or(() -> changeVcn(draft, vcn, read.apply(call)))));
  }

  private static Route subnet(String action, String shape, Function<Call, Change> read) {
    return Route.of(
        "POST",
        SUBNET + action,
        call ->
            on(
                call,
                "subnet",
                (draft, subnet) ->
                    Checks.shape(draft, shape, call.body())
                        .or(() -> changeSubnet(draft, subnet, read.apply(call)))));
  }

  @FunctionalInterface
  private interface Action {
    Optional<Refusal> run(Draft draft, Resource resource);
  }

  private static Response on(Call call, String kind, Action action) {
    var found = call.draft().get(call.param("id")).filter(each -> each.kind().equals(kind));
    return found
        .map(each -> action.run(call.draft(), each))
        .orElseGet(() -> Optional.of(Refusal.notFound(kind + " " + call.param("id"))))
        .map(Response::of)
        .orElseGet(() -> Response.empty(202));
  }

  private static Optional<Refusal> changeVcn(Draft draft, Resource vcn, Change change) {
    var before = vcn.body().texts("cidrBlocks");
    var after = change.unknown(before).isPresent() ? before : change.on(before);
    var refusal =
        Refusal.first(
            () -> change.unknown(before),
            () -> lastBlock(after),
            () -> VcnRules.badBlocks(after),
            () -> orphan(draft, vcn, after));
    if (refusal.isEmpty()) {
      draft.put(vcn.with("cidrBlocks", after).with("cidrBlock", after.getFirst()));
    }
    return refusal;
  }

  private static Optional<Refusal> changeSubnet(Draft draft, Resource subnet, Change change) {
    var before = subnet.body().texts("ipv4CidrBlocks");
    var after = change.unknown(before).isPresent() ? before : change.on(before);
    var vcn = draft.get(subnet.need("vcnId")).orElseThrow();
    var refusal =
        Refusal.first(
            () -> change.unknown(before),
            () -> lastBlock(after),
            () -> SubnetRules.badBlocks(draft, vcn, after, List.of(), subnet),
            () -> addressLost(draft, subnet, after));
    if (refusal.isEmpty()) {
      draft.put(subnet.withBody(SubnetRules.addressed(subnet.body(), after, List.of())));
    }
    return refusal;
  }

  private static Optional<Refusal> addIpv6(Draft draft, Resource subnet, String block) {
    var vcn = draft.get(subnet.need("vcnId")).orElseThrow();
    var refusal = SubnetRules.badIpv6(draft, vcn, List.of(block), null);
    if (refusal.isEmpty()) {
      var after = new ArrayList<>(subnet.body().texts("ipv6CidrBlocks"));
      after.add(block);
      draft.put(subnet.withBody(SubnetRules.addressed(subnet.body(), List.of(), after)));
    }
    return refusal;
  }

  private static Optional<Refusal> lastBlock(List<String> after) {
    return Refusal.when(
        after.isEmpty(), () -> Refusal.invalid("The last IPv4 block cannot be removed."));
  }

  /** Every block of a subnet must stay inside some block of the VCN. */
  private static Optional<Refusal> orphan(Draft draft, Resource vcn, List<String> after) {
    var outer = after.stream().map(Cidr::of).toList();
    return draft.all("subnet").stream()
        .filter(each -> vcn.id().equals(each.text("vcnId")))
        .filter(each ->
            Addresses.blocks(each).stream()
                .anyMatch(block -> outer.stream().noneMatch(big -> big.contains(block))))
        .findFirst()
        .map(each ->
            Refusal.conflict(
                "The subnet " + each.id() + " would lie outside the VCN's blocks " + after + "."));
  }

  private static Optional<Refusal> addressLost(Draft draft, Resource subnet, List<String> after) {
    var blocks = after.stream().map(Cidr::of).toList();
    return draft.referrers(subnet.id()).stream()
        .filter(each -> each.kind().equals("privateIp"))
        .filter(each ->
            Cidr.address(each.need("ipAddress"))
                .filter(address -> blocks.stream().anyMatch(block -> block.contains(address)))
                .isEmpty())
        .findFirst()
        .map(each ->
            Refusal.conflict(
                "The address %s is in use: its block cannot go."
                    .formatted(each.need("ipAddress"))));
  }

  private static @Nullable String ipv4(Call call) {
    return call.body().text("ipv4CidrBlock");
  }
}
