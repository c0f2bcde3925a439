package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Resource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and removes VNICs together with what belongs to them: attachment and private IPs. */
public final class Vnics {
  private Vnics() {}

  /**
   * A VNIC to make.
   *
   * @param details as in {@code CreateVnicDetails}; what it does not say gets its default
   */
  public record Spec(
      Resource instance,
      Resource subnet,
      long hostAddress,
      boolean primary,
      Doc details,
      @Nullable String attachmentName,
      @Nullable Long nicIndex) {}

  /** Makes a VNIC, its attachment and its primary private IP; returns the VNIC. */
  public static Resource attach(Draft draft, Spec spec) {
    return attachAs(draft, spec, draft.fresh("vnicAttachment", Doc.EMPTY));
  }

  /** The same with an attachment that exists as a fresh resource already. */
  static Resource attachAs(Draft draft, Spec spec, Resource attachment) {
    var vnic = Lifecycle.start(draft, vnic(draft, spec), Event.CREATE);
    Lifecycle.start(draft, attachment(draft, spec, attachment, vnic), Event.CREATE);
    privateIp(draft, vnic, spec.hostAddress(), 32, true);
    if (isDualStack(spec.subnet(), spec.details())) {
      Ipv6Rules.assign(draft, vnic, 128);
    }
    return vnic;
  }

  /** Puts a private IP, single or block, on a VNIC. The address must be taken already. */
  public static Resource privateIp(
      Draft draft, Resource vnic, long address, int prefix, boolean primary) {
    return draft.put(
        draft.freshAlong(
            "privateIp",
            Doc.of(
                "compartmentId",
                vnic.text("compartmentId"),
                "availabilityDomain",
                vnic.text("availabilityDomain"),
                "displayName",
                primary ? vnic.text("displayName") : "privateip" + Cidr.text(address),
                "ipAddress",
                Cidr.text(address),
                "cidrPrefixLength",
                prefix == 32 ? null : prefix,
                "isPrimary",
                primary,
                "subnetId",
                vnic.text("subnetId"),
                "vnicId",
                vnic.id(),
                "ipState",
                "ASSIGNED",
                "lifetime",
                "EPHEMERAL")));
  }

  /**
   * Removes a VNIC with its private IPs and its attachment. The VNIC goes first: a detachment would
   * remove it again.
   */
  public static void remove(Draft draft, Resource vnic) {
    var belongings = draft.referrers(vnic.id());
    Lifecycle.start(draft, vnic, Event.DELETE);
    for (Resource each : belongings) {
      if (each.kind().equals("privateIp") || each.kind().equals("ipv6")) {
        draft.remove(each.id());
      } else if (each.kind().equals("vnicAttachment")) {
        Lifecycle.start(draft, each, Event.DELETE);
      }
    }
  }

  /** Whether a VNIC with these details has IPv6 addresses beside its IPv4 ones. */
  public static boolean isDualStack(Resource subnet, Doc details) {
    return details.flag("assignIpv6Ip") && subnet.body().has("ipv6CidrBlock");
  }

  /** The VNICs of an instance, primary first. */
  public static List<Resource> of(Draft draft, Resource instance) {
    return draft.referrers(instance.id()).stream()
        .filter(each -> each.kind().equals("vnicAttachment"))
        .sorted(Comparator.comparingLong(Resource::order))
        .flatMap(each -> draft.get(each.need("vnicId")).stream())
        .toList();
  }

  private static Resource vnic(Draft draft, Spec spec) {
    var details = spec.details();
    var instance = spec.instance();
    boolean public4 =
        details.flag("assignPublicIp") && !spec.subnet().body().flag("prohibitPublicIpOnVnic");
    var fresh =
        draft.fresh(
            "vnic",
            Doc.of(
                "compartmentId", instance.text("compartmentId"),
                "availabilityDomain", instance.text("availabilityDomain"),
                "displayName", details.textOr("displayName", instance.need("displayName")),
                "hostnameLabel", details.text("hostnameLabel"),
                "isPrimary", spec.primary(),
                "macAddress", draft.ids().mac(),
                "nsgIds", details.texts("nsgIds"),
                "privateIp", Cidr.text(spec.hostAddress()),
                "publicIp",
                    public4
                        ? "150.136." + draft.ids().number(256) + "." + draft.ids().number(256)
                        : null,
                "skipSourceDestCheck", details.flag("skipSourceDestCheck"),
                "subnetId", spec.subnet().id(),
                "securityAttributes", details.doc("securityAttributes"),
                "freeformTags", details.doc("freeformTags"),
                "definedTags", details.doc("definedTags"),
                "timeCreated", draft.timestamp()));
    return fresh.withInner("instanceId", instance.id()).withInner("details", details);
  }

  private static Resource attachment(Draft draft, Spec spec, Resource fresh, Resource vnic) {
    var instance = spec.instance();
    return fresh.withBody(
        Doc.of(
            "id", fresh.id(),
            "compartmentId", instance.text("compartmentId"),
            "availabilityDomain", instance.text("availabilityDomain"),
            "displayName", spec.attachmentName(),
            "instanceId", instance.id(),
            "nicIndex", spec.nicIndex() == null ? Long.valueOf(0) : spec.nicIndex(),
            "subnetId", spec.subnet().id(),
            "vlanTag", 1 + draft.ids().number(4000),
            "vnicId", vnic.id(),
            "timeCreated", draft.timestamp()));
  }
}
