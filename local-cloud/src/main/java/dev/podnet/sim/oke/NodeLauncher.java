package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.Ipv6Rules;
import dev.podnet.sim.network.ShapeLimits;
import dev.podnet.sim.network.Vnics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Launches and terminates the nodes of one pool within one change. All addresses of a node are
 * taken before anything of it is made, so that a node exists whole or not at all.
 */
final class NodeLauncher {
  private final Draft draft;
  private final Resource pool;
  private final Resource cluster;
  private final Map<String, Addresses> addresses = new HashMap<>();

  NodeLauncher(Draft draft, Resource pool) {
    this.draft = draft;
    this.pool = pool;
    this.cluster = draft.get(pool.need("clusterId")).orElseThrow();
  }

  /**
   * A VNIC whose addresses are taken: one of its own, and those of its pods, a block or single
   * ones.
   */
  private record Place(
      Resource subnet, long host, List<Long> pods, int prefix, Doc details, Doc vnic) {}

  /** Launches one node and adds it to {@code nodes}, or says why it cannot be. */
  Optional<String> launch(List<Resource> nodes) {
    return launch(nodes, nodes.size());
  }

  /** The same in the place of the i-th. */
  Optional<String> launch(List<Resource> nodes, int i) {
    var mishap = draft.world().mishaps().launchFails(i);
    if (mishap.isPresent()) {
      return mishap;
    }
    var placements = PoolCheck.placements(draft, pool.body());
    var placement = placements.get(i % placements.size());
    var wanted = vnics(placement);
    int most = ShapeLimits.vnics(shape(), pool.body().doc("nodeShapeConfig"));
    if (wanted.size() > most) {
      return Optional.of(
          "the shape %s allows %d VNICs, but a node needs %d."
              .formatted(pool.need("nodeShape"), most, wanted.size()));
    }
    var places = new ArrayList<Place>();
    for (Wanted each : wanted) {
      var place = take(each);
      if (place.isEmpty()) {
        return Optional.of(
            "the subnet %s has not enough free addresses for %s."
                .formatted(each.subnet().id(), each.needs()));
      }
      places.add(place.get());
    }
    nodes.add(make(placement, places, i));
    return Optional.empty();
  }

  /** Its VNICs, their addresses and its objects go with it. */
  void terminate(Resource instance) {
    addresses.clear();
    Lifecycle.start(draft, instance, Event.DELETE);
  }

  /**
   * A VNIC to find addresses for; {@code pods} is how many single addresses or, with a prefix below
   * 32, one block.
   */
  private record Wanted(Resource subnet, int pods, int prefix, Doc details, Doc vnic) {
    String needs() {
      return prefix < 32
          ? "an aligned block of /" + prefix + " and a VNIC"
          : (pods + 1) + " address(es)";
    }
  }

  private List<Wanted> vnics(Doc placement) {
    var wanted = new ArrayList<Wanted>();
    var config = pool.body().doc("nodeConfigDetails");
    wanted.add(
        new Wanted(
            subnet(placement.need("subnetId")),
            0,
            32,
            Doc.of("nsgIds", config.texts("nsgIds"), "assignPublicIp", true),
            Doc.EMPTY));
    for (Doc vnic : pool.body().docs("secondaryVnics")) {
      var profile = vnic.doc("createVnicDetails");
      wanted.add(
          new Wanted(subnet(profile.need("subnetId")), 1, Profiles.prefix(profile), profile, vnic));
    }
    var legacy = Profiles.podOptions(pool.body());
    if (!legacy.texts("podSubnetIds").isEmpty()) {
      var subnet = subnet(legacy.texts("podSubnetIds").getFirst());
      for (int pods : Profiles.legacyVnics(pool.body())) {
        wanted.add(
            new Wanted(subnet, pods, 32, Doc.of("nsgIds", legacy.texts("podNsgIds")), Doc.EMPTY));
      }
    }
    return wanted;
  }

  private Optional<Place> take(Wanted wanted) {
    var free =
        addresses.computeIfAbsent(wanted.subnet().id(), _ -> Addresses.of(draft, wanted.subnet()));
    var host = free.takeHost();
    var pods = new ArrayList<Long>();
    for (int i = 0; i < wanted.pods(); i++) {
      free.takeBlock(wanted.prefix()).ifPresent(pods::add);
    }
    return host.isEmpty() || pods.size() < wanted.pods()
        ? Optional.empty()
        : Optional.of(
            new Place(
                wanted.subnet(),
                host.get(),
                pods,
                wanted.prefix(),
                wanted.details(),
                wanted.vnic()));
  }

  private Resource make(Doc placement, List<Place> places, int index) {
    var instance = Lifecycle.start(draft, instance(placement, index), Event.CREATE);
    boolean missing = draft.world().mishaps().vnicMissing(index) && places.size() > 1;
    var primary = attach(instance, places.getFirst(), true);
    for (Place place : places.subList(1, places.size() - (missing ? 1 : 0))) {
      attach(instance, place, false);
    }
    var node =
        Membership.of(instance, cluster, primary.need("privateIp"))
            .withInner("kubernetesVersion", pool.text("kubernetesVersion"));
    return NodeNetwork.start(draft, pool, node, index, places.size() > 1);
  }

  private Resource attach(Resource instance, Place place, boolean primary) {
    var vnic =
        Vnics.attach(
            draft,
            new Vnics.Spec(
                instance,
                place.subnet(),
                place.host(),
                primary,
                place.details(),
                place.vnic().text("displayName"),
                place.vnic().number("nicIndex")));
    place.pods().forEach(first -> Vnics.privateIp(draft, vnic, first, place.prefix(), false));
    if (!place.pods().isEmpty() && Vnics.isDualStack(place.subnet(), place.details())) {
      Ipv6Rules.assign(draft, vnic, Profiles.ipv6Prefix(place.details()));
    }
    return vnic;
  }

  /** Attaches the VNICs that a node should have and has not, or gives the reason why it cannot. */
  Optional<String> attachMissing(Resource node) {
    var wanted = vnics(PoolCheck.placements(draft, pool.body()).getFirst());
    int attached = Vnics.of(draft, node).size();
    for (Wanted each : wanted.subList(Math.min(attached, wanted.size()), wanted.size())) {
      var place = take(each);
      if (place.isEmpty()) {
        return Optional.of("FailedToAllocatePrivateIP");
      }
      attach(node, place.get(), false);
    }
    return Optional.empty();
  }

  private Resource instance(Doc placement, int index) {
    var facts = draft.catalog().facts();
    var domains =
        placement.texts("faultDomains").isEmpty()
            ? facts.texts("faultDomains")
            : placement.texts("faultDomains");
    var shape = shape();
    var config = pool.body().doc("nodeShapeConfig");
    var common =
        Doc.of(
            "compartmentId", pool.text("compartmentId"),
            "availabilityDomain", placement.text("availabilityDomain"),
            "faultDomain", domains.get(index / 3 % domains.size()),
            "displayName", "oke-c%s-n%s-%d".formatted(tail(cluster.id()), tail(pool.id()), index),
            "region", draft.catalog().region(),
            "imageId", pool.text("nodeImageId"),
            "shape", pool.text("nodeShape"),
            "launchMode", pool.text("networkLaunchType"),
            "timeCreated", draft.timestamp());
    return draft.fresh(
        "instance",
        common.withAll(
            Doc.of(
                "shapeConfig",
                    Doc.of(
                        "ocpus", ShapeLimits.ocpus(shape, config),
                        "memoryInGBs", ShapeLimits.memory(shape, config),
                        "maxVnicAttachments", ShapeLimits.vnics(shape, config)),
                "metadata",
                    pool.body()
                        .doc("nodeMetadata")
                        .withAll(Doc.of("oke-cluster-id", cluster.id(), "oke-pool-id", pool.id())),
                "freeformTags", pool.body().doc("nodeConfigDetails").doc("freeformTags"),
                "definedTags", pool.body().doc("nodeConfigDetails").doc("definedTags"))));
  }

  private Doc shape() {
    return ShapeLimits.find(draft.catalog(), pool.need("nodeShape")).orElseThrow();
  }

  private Resource subnet(String id) {
    return draft.get(id).orElseThrow();
  }

  private static String tail(String ocid) {
    return ocid.substring(ocid.length() - 11);
  }
}
