package dev.podnet.sim.compute;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.ShapeLimits;
import dev.podnet.sim.network.Vnics;
import dev.podnet.sim.oke.Membership;
import dev.podnet.sim.oke.NodeNetwork;
import dev.podnet.sim.oke.SelfManagedNodes;
import java.util.List;
import java.util.Optional;

/** An instance: it gets its primary VNIC, and joins a cluster where it is told to. */
public final class InstanceRules implements Rules {
  /** Where an instance keeps what its launch said of its VNIC; those of node pools have none. */
  private static final String VNIC = "createVnicDetails";

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return InstanceCheck.refuse(draft, input);
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return described(draft, fresh, input);
  }

  /** An instance that is to be started, from the details of a launch. */
  static Resource described(Draft draft, Resource fresh, Doc details) {
    var shape = ShapeLimits.find(draft.catalog(), details.need("shape")).orElseThrow();
    var config = details.doc("shapeConfig");
    var facts = draft.catalog().facts();
    var vnic =
        details
            .doc(VNIC)
            .with("subnetId", InstanceCheck.subnet(details))
            .orElse(Doc.of("hostnameLabel", details.text("hostnameLabel")));
    return fresh
        .withBody(
            fresh
                .body()
                .without(List.of(VNIC, "subnetId", "hostnameLabel"))
                .orElse(
                    Doc.of(
                        "faultDomain",
                        facts.texts("faultDomains").getFirst(),
                        "launchMode",
                        "PARAVIRTUALIZED",
                        "metadata",
                        Doc.EMPTY))
                .withAll(
                    Doc.of(
                        "region", draft.catalog().region(),
                        "imageId", InstanceCheck.image(details),
                        "shapeConfig",
                            Doc.of(
                                "ocpus", ShapeLimits.ocpus(shape, config),
                                "memoryInGBs", ShapeLimits.memory(shape, config),
                                "maxVnicAttachments", ShapeLimits.vnics(shape, config)))))
        .withInner(VNIC, vnic);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return InstanceCheck.badShape(draft, merged);
  }

  @Override
  public Finished finished(Draft draft, Resource instance, Event event) {
    return Finished.well(
        switch (event) {
          case CREATE -> instance.inner().has(VNIC) ? started(draft, instance) : instance;
          case DELETE -> {
            Vnics.of(draft, instance).forEach(vnic -> Vnics.remove(draft, vnic));
            Membership.end(draft, instance);
            yield instance;
          }
          case NETWORK -> NodeNetwork.comesAbout(draft, instance);
          case UPDATE, PURGE -> instance;
        });
  }

  private static Resource started(Draft draft, Resource instance) {
    var details = instance.inner().doc(VNIC);
    var subnet = draft.get(details.need("subnetId")).orElseThrow();
    boolean open = details.has("assignPublicIp") ? details.flag("assignPublicIp") : true;
    Vnics.attach(
        draft,
        new Vnics.Spec(
            instance,
            subnet,
            Addresses.of(draft, subnet).takeHost().orElseThrow(),
            true,
            details.with("assignPublicIp", open),
            null,
            null));
    return SelfManagedNodes.join(draft, instance);
  }
}
