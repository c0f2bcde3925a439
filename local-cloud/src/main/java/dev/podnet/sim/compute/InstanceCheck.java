package dev.podnet.sim.compute;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.Peers;
import dev.podnet.sim.network.ShapeLimits;
import java.util.List;
import java.util.Optional;

/** Whether an instance can be launched; the details are those of a launch. */
final class InstanceCheck {
  private InstanceCheck() {}

  static Optional<Refusal> refuse(Draft draft, Doc details) {
    return Refusal.first(
        () -> badShape(draft, details),
        () -> badImage(draft, details),
        () -> badDomain(draft, details),
        () -> badNetwork(draft, details));
  }

  /** The OCID of the image, told in one of two ways; empty when none is. */
  static String image(Doc details) {
    return details.doc("sourceDetails").textOr("imageId", details.textOr("imageId", ""));
  }

  /** The OCID of the subnet, told in one of two ways; empty when none is. */
  static String subnet(Doc details) {
    return details.doc("createVnicDetails").textOr("subnetId", details.textOr("subnetId", ""));
  }

  static Optional<Refusal> badShape(Draft draft, Doc details) {
    String name = details.textOr("shape", "");
    var shape = ShapeLimits.find(draft.catalog(), name);
    var config = details.doc("shapeConfig");
    return Refusal.first(
        () ->
            Refusal.when(
                shape.isEmpty(),
                () -> Refusal.invalid("'shape': there is no shape '" + name + "'.")),
        () ->
            Refusal.when(
                shape.orElseThrow().flag("flex") && !config.has("ocpus"),
                () ->
                    Refusal.missing(
                        "'shapeConfig.ocpus' is required for the flexible shape " + name + ".")));
  }

  private static Optional<Refusal> badImage(Draft draft, Doc details) {
    String id = image(details);
    return Refusal.first(
        () ->
            Refusal.when(
                id.isEmpty(), () -> Refusal.missing("'sourceDetails.imageId' is required.")),
        () ->
            Refusal.when(
                draft.get(id).filter(each -> each.kind().equals("image")).isEmpty(),
                () -> Refusal.notFound("sourceDetails.imageId " + id)));
  }

  static Optional<Refusal> badDomain(Draft draft, Doc details) {
    var facts = draft.catalog().facts();
    return Refusal.first(
        () -> badChoice(facts, "availabilityDomain", details.textOr("availabilityDomain", "")),
        () ->
            details.has("faultDomain")
                ? badChoice(facts, "faultDomain", details.need("faultDomain"))
                : Optional.empty());
  }

  static Optional<Refusal> badChoice(Doc facts, String field, String value) {
    List<String> offered = facts.texts(field + "s");
    return Refusal.when(
        !offered.contains(value),
        () ->
            Refusal.invalid("'%s' must be one of %s, not '%s'.".formatted(field, offered, value)));
  }

  private static Optional<Refusal> badNetwork(Draft draft, Doc details) {
    var subnet = draft.get(subnet(details)).filter(each -> each.kind().equals("subnet"));
    return Refusal.first(
        () ->
            Refusal.when(
                subnet.isEmpty(),
                () -> Refusal.notFound("createVnicDetails.subnetId " + subnet(details))),
        () -> elsewhere(subnet.orElseThrow(), details),
        () ->
            Peers.nsgs(
                draft,
                subnet.orElseThrow().need("vcnId"),
                "createVnicDetails.nsgIds",
                details.doc("createVnicDetails").texts("nsgIds")),
        () ->
            Refusal.when(
                Addresses.of(draft, subnet.orElseThrow()).takeHost().isEmpty(),
                () -> Refusal.limit("The subnet " + subnet(details) + " has no free address.")));
  }

  private static Optional<Refusal> elsewhere(Resource subnet, Doc details) {
    String domain = subnet.text("availabilityDomain");
    return Refusal.when(
        domain != null && !domain.equals(details.text("availabilityDomain")),
        () -> Refusal.invalid("The subnet %s is in %s only.".formatted(subnet.id(), domain)));
  }
}
