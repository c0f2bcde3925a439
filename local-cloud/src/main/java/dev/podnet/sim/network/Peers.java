package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.State;
import java.util.List;
import java.util.Optional;

/** Checks that what refers to each other lies in the same VCN. */
public final class Peers {
  /** The most NSGs that one VNIC can be in. */
  public static final int NSGS_PER_VNIC = 5;

  private Peers() {}

  public static Optional<Refusal> sameVcn(State state, String vcnId, String field, String id) {
    String other = state.get(id).map(resource -> resource.body().textOr("vcnId", "")).orElse("");
    return Refusal.when(
        !other.equals(vcnId),
        () -> Refusal.invalid("'" + field + "': " + id + " is not in the VCN " + vcnId + "."));
  }

  public static Optional<Refusal> sameVcn(
      State state, String vcnId, String field, List<String> ids) {
    return ids.stream()
        .map(id -> sameVcn(state, vcnId, field, id))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** NSGs of one VNIC: at most five, all of the VNIC's VCN. */
  public static Optional<Refusal> nsgs(State state, String vcnId, String field, List<String> ids) {
    return Refusal.first(
        () ->
            Refusal.when(
                ids.size() > NSGS_PER_VNIC,
                () ->
                    Refusal.invalid(
                        "'%s': a VNIC can be in at most %d network security groups, not %d."
                            .formatted(field, NSGS_PER_VNIC, ids.size()))),
        () -> sameVcn(state, vcnId, field, ids));
  }

  /** A default route table, security list or set of DHCP options goes only with its VCN. */
  static Optional<Refusal> defaultOfVcn(Draft draft, String vcnId, String id) {
    var vcn = draft.get(vcnId).map(resource -> resource.body()).orElse(Doc.EMPTY);
    return Refusal.when(
        List.of(
                vcn.textOr("defaultRouteTableId", ""),
                vcn.textOr("defaultSecurityListId", ""),
                vcn.textOr("defaultDhcpOptionsId", ""))
            .contains(id),
        () -> Refusal.conflict(id + " is a default of its VCN and is deleted with it only."));
  }

  static boolean knownService(State state, String label) {
    return state.all("service").stream().anyMatch(each -> label.equals(each.text("cidrBlock")));
  }

  static boolean anyCidr(String text) {
    return Cidr.parse(text).isPresent()
        || Ipv6Cidr.parse(text).isPresent()
        || text.endsWith("/128");
  }
}
