package dev.podnet.sim.tenancy;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Listing;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists of what the cloud offers. */
public final class TenancyRoutes {
  private static final String BASE = "/20160918";

  private TenancyRoutes() {}

  public static List<Route> routes() {
    return List.of(
        Route.of("GET", BASE + "/regions", TenancyRoutes::regions),
        Route.of("GET", BASE + "/tenancies/{id}/regionSubscriptions", TenancyRoutes::subscriptions),
        Route.of("GET", BASE + "/availabilityDomains", TenancyRoutes::availabilityDomains),
        Route.of("GET", BASE + "/faultDomains", TenancyRoutes::faultDomains),
        Route.of("GET", BASE + "/shapes", TenancyRoutes::shapes));
  }

  private static Response regions(Call call) {
    var region = call.draft().catalog().facts().doc("region");
    return Response.ok(List.of(Doc.of("key", region.need("key"), "name", region.need("name"))));
  }

  private static Response subscriptions(Call call) {
    var region = call.draft().catalog().facts().doc("region");
    return Response.ok(
        List.of(
            Doc.of(
                "regionKey",
                region.need("key"),
                "regionName",
                region.need("name"),
                "status",
                "READY",
                "isHomeRegion",
                true)));
  }

  private static Response availabilityDomains(Call call) {
    String compartment = call.request().query("compartmentId");
    if (compartment == null) {
      return Response.of(Refusal.missing("The query parameter 'compartmentId' is required."));
    }
    var domains = new ArrayList<Doc>();
    for (String name : call.draft().catalog().facts().texts("availabilityDomains")) {
      domains.add(
          Doc.of(
              "name", name,
              "id", Seeds.filled("ocid1.availabilitydomain.oc1..aaaaaaaa" + digits(name)),
              "compartmentId", compartment));
    }
    return Response.ok(domains);
  }

  private static Response faultDomains(Call call) {
    String domain = call.request().query("availabilityDomain");
    var facts = call.draft().catalog().facts();
    if (domain == null || !facts.texts("availabilityDomains").contains(domain)) {
      return Response.of(Refusal.notFound("availabilityDomain " + domain));
    }
    var domains = new ArrayList<Doc>();
    for (String name : facts.texts("faultDomains")) {
      domains.add(
          Doc.of(
              "name",
              name,
              "id",
              Seeds.filled("ocid1.faultdomain.oc1..aaaaaaaa" + digits(domain + name)),
              "compartmentId",
              call.request().query("compartmentId"),
              "availabilityDomain",
              domain));
    }
    return Response.ok(domains);
  }

  private static Response shapes(Call call) {
    String name = call.request().query("shape");
    var shown =
        call.draft().catalog().facts().docs("shapes").stream()
            .filter(each -> name == null || name.equals(each.text("name")))
            .map(TenancyRoutes::shape)
            .toList();
    return Listing.page(call.request(), shown);
  }

  private static Doc shape(Doc row) {
    boolean flex = row.flag("flex");
    return Doc.of(
        "shape", row.text("name"),
        "isFlexible", flex,
        "processorDescription", row.text("processor"),
        "ocpus", flex ? Double.valueOf(1) : row.get("ocpus"),
        "memoryInGBs", flex ? Double.valueOf(16) : row.get("memory"),
        "maxVnicAttachments", flex ? row.get("vnicsMin") : row.get("vnics"),
        "networkingBandwidthInGbps", flex ? row.get("gbpsPerOcpu") : row.get("gbps"),
        "networkPorts", 1,
        "ocpuOptions", flex ? Doc.of("min", 1, "max", row.get("ocpusMax")) : null,
        "maxVnicAttachmentOptions",
            flex
                ? Doc.of(
                    "min",
                    row.get("vnicsMin"),
                    "max",
                    row.get("vnicsMax"),
                    "defaultPerOcpu",
                    row.get("vnicsPerOcpu"))
                : null,
        "networkingBandwidthOptions",
            flex
                ? Doc.of(
                    "minInGbps", row.get("gbpsPerOcpu"),
                    "maxInGbps", row.get("gbpsMax"),
                    "defaultPerOcpuInGbps", row.get("gbpsPerOcpu"))
                : null);
  }

  private static String digits(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
