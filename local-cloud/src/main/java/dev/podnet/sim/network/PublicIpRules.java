package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A public IP: reserved until it is deleted, or bound to the life of a private IP. */
public final class PublicIpRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () ->
            Refusal.when(
                ephemeral(input) && target(input) == null,
                () -> Refusal.missing("'privateIpId' is required for an ephemeral public IP.")),
        () -> badTarget(draft, target(input), ""));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    boolean bound = ephemeral(input);
    return fresh
        .with("ipAddress", "132.145." + draft.ids().number(256) + "." + draft.ids().number(256))
        .with("scope", bound ? "AVAILABILITY_DOMAIN" : "REGION");
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    boolean moved = input.has("privateIpId");
    return Refusal.first(
        () ->
            Refusal.when(
                moved && ephemeral(merged),
                () -> Refusal.invalid("An ephemeral public IP cannot be moved or unassigned.")),
        () -> badTarget(draft, target(merged), old.id()));
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    show(draft, target(old.body()), null);
    return merged;
  }

  @Override
  public Finished finished(Draft draft, Resource ip, Event event) {
    String target = target(ip.body());
    if (event == Event.DELETE) {
      show(draft, target, null);
      return Finished.well(ip);
    }
    show(draft, target, ip.text("ipAddress"));
    return Finished.well(
        ip.with("privateIpId", target)
            .with("assignedEntityId", target)
            .with("assignedEntityType", target == null ? null : "PRIVATE_IP")
            .with(
                "availabilityDomain",
                target == null ? null : draft.get(target).orElseThrow().text("availabilityDomain"))
            .with("lifecycleState", target == null ? "AVAILABLE" : "ASSIGNED"));
  }

  private static boolean ephemeral(Doc body) {
    return body.textOr("lifetime", "").equals("EPHEMERAL");
  }

  /** An empty OCID takes the address away from its private IP. */
  private static @Nullable String target(Doc body) {
    String id = body.text("privateIpId");
    return id == null || id.isEmpty() ? null : id;
  }

  private static Optional<Refusal> badTarget(Draft draft, @Nullable String id, String self) {
    if (id == null) {
      return Optional.empty();
    }
    var ip = draft.get(id).filter(each -> each.kind().equals("privateIp"));
    return Refusal.first(
        () -> Refusal.when(ip.isEmpty(), () -> Refusal.notFound("privateIpId " + id)),
        () ->
            Refusal.when(
                draft.referrers(id).stream()
                    .anyMatch(each -> each.kind().equals("publicIp") && !each.id().equals(self)),
                () -> Refusal.conflict("The private IP " + id + " has a public IP already.")),
        () ->
            draft
                .get(ip.orElseThrow().need("subnetId"))
                .filter(subnet -> subnet.body().flag("prohibitPublicIpOnVnic"))
                .map(subnet ->
                    Refusal.invalid(
                        "The subnet " + subnet.id() + " prohibits public IP addresses.")));
  }

  /** A VNIC shows the public address of its primary private IP. */
  private static void show(Draft draft, @Nullable String privateIpId, @Nullable String address) {
    if (privateIpId != null) {
      draft
          .get(privateIpId)
          .filter(each -> each.body().flag("isPrimary") && each.body().has("vnicId"))
          .flatMap(each -> draft.get(each.need("vnicId")))
          .ifPresent(vnic -> draft.put(vnic.with("publicIp", address)));
    }
  }
}
