package dev.podnet.sim.tenancy;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Resource;
import java.util.Locale;

/** What exists from the start: tenancy, one compartment, services, images. */
public final class Seeds {
  private static final int UNIQUE_LENGTH = 60;
  private static final String SEEDED = "seeded";

  private Seeds() {}

  /** Puts what is not there yet: all of it at first, what is new in a state of older code. */
  public static void plant(Draft draft) {
    var facts = draft.catalog().facts();
    String tenancy = filled(facts.need("tenancy"));
    put(
        draft,
        "tenancy",
        tenancy,
        Doc.of(
            "name",
            "podnetlocal",
            "description",
            "The local tenancy",
            "homeRegionKey",
            facts.doc("region").need("key")));
    for (Doc compartment : facts.docs("compartments")) {
      put(
          draft,
          "compartment",
          filled(compartment.need("id")),
          Doc.of(
              "compartmentId",
              tenancy,
              "name",
              compartment.need("name"),
              "description",
              compartment.need("description"),
              "lifecycleState",
              "ACTIVE",
              "isAccessible",
              true,
              "timeCreated",
              draft.timestamp()));
    }
    for (Doc service : facts.docs("services")) {
      put(draft, "service", filled(service.need("id")), service);
    }
    images(draft, facts, tenancy);
  }

  /** Whether a resource was there from the start. */
  public static boolean planted(Resource resource) {
    return resource.inner().flag(SEEDED);
  }

  /** An OCID whose last part is filled up to its full length. */
  public static String filled(String ocid) {
    int used = ocid.length() - ocid.lastIndexOf('.') - 1;
    return ocid + "a".repeat(Math.max(0, UNIQUE_LENGTH - used));
  }

  private static void images(Draft draft, Doc facts, String tenancy) {
    var images = facts.doc("images");
    for (String version : facts.texts("kubernetesVersions")) {
      for (String architecture : images.texts("architectures")) {
        String infix = architecture.equals("x86_64") ? "" : architecture + "-";
        String name =
            "Oracle-Linux-8.10-%s%s-OKE-%s-%d"
                .formatted(
                    infix,
                    images.need("build"),
                    version.substring(1),
                    images.numberOr("number", 1));
        put(
            draft,
            "image",
            filled(
                "ocid1.image.oc1.iad.aaaaaaaa"
                    + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")),
            Doc.of(
                "compartmentId",
                tenancy,
                "displayName",
                name,
                "operatingSystem",
                "Oracle Linux",
                "operatingSystemVersion",
                "8.10",
                "createImageAllowed",
                true,
                "lifecycleState",
                "AVAILABLE",
                "launchMode",
                "PARAVIRTUALIZED",
                "sizeInMBs",
                47_694,
                "billableSizeInGBs",
                15,
                "timeCreated",
                draft.timestamp()));
      }
    }
  }

  private static void put(Draft draft, String kind, String id, Doc body) {
    if (draft.get(id).isPresent()) {
      return;
    }
    var shown =
        body.with("id", id).orElse(Doc.of("freeformTags", Doc.EMPTY, "definedTags", Doc.EMPTY));
    draft.put(
        new Resource(
            kind,
            id,
            draft.ids().next(),
            0,
            kind.equals("service") ? body.with("id", id) : shown,
            Doc.of(SEEDED, true)));
  }
}
