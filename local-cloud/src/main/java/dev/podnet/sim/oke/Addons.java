package dev.podnet.sim.oke;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Resource;
import java.util.List;
import java.util.Optional;

/** The add-ons of clusters. */
final class Addons {
  private static final String VCN_NATIVE = "OciVcnIpNative";

  /** The first version of the CNI that is never updated by itself. */
  private static final String FIRST_TO_STAY = "v2.3.0";

  private Addons() {}

  /**
   * A new cluster gets every essential add-on in its newest active version, the CNI's only with
   * that CNI.
   */
  static void installEssential(Draft draft, Resource cluster) {
    for (Doc addon : draft.catalog().facts().docs("addons")) {
      boolean wanted =
          addon.flag("essential")
              && (ClusterRules.isNative(cluster) || !addon.need("name").equals(VCN_NATIVE));
      if (wanted) {
        draft.put(
            fresh(draft, cluster, Doc.of("addonName", addon.need("name")))
                .with("lifecycleState", "ACTIVE"));
      }
    }
  }

  static Resource fresh(Draft draft, Resource cluster, Doc input) {
    String name = input.need("addonName");
    return draft.fresh(
        "addon",
        settled(
            draft,
            cluster,
            Doc.of(
                "clusterId", cluster.id(),
                "compartmentId", cluster.text("compartmentId"),
                "name", name,
                "version", input.text("version"),
                "configurations", input.docs("configurations"),
                "timeCreated", draft.timestamp())));
  }

  /**
   * After a cluster got another version: what nobody has pinned follows, as far as it ever does.
   */
  static void follow(Draft draft, Resource cluster) {
    for (Resource each : draft.referrers(cluster.id())) {
      if (each.kind().equals("addon")) {
        draft.put(each.withBody(settled(draft, cluster, each.body())));
      }
    }
  }

  /**
   * The add-on with the version that runs: the pinned one, or the newest active. From 2.3.0 on, the
   * CNI stays at the version that it was installed with until somebody names another.
   */
  static Doc settled(Draft draft, Resource cluster, Doc addon) {
    String pinned = addon.text("version");
    String installed = addon.text("currentInstalledVersion");
    if (pinned == null
        && installed != null
        && addon.need("name").equals(VCN_NATIVE)
        && Versions.compare(installed, FIRST_TO_STAY) >= 0) {
      return addon;
    }
    String running =
        pinned != null
            ? pinned
            : newest(draft.catalog(), addon.need("name"), cluster.need("kubernetesVersion"));
    return addon.with("currentInstalledVersion", running);
  }

  static Optional<Resource> find(Draft draft, String clusterId, String name) {
    return draft.referrers(clusterId).stream()
        .filter(each -> each.kind().equals("addon") && name.equals(each.text("name")))
        .findFirst();
  }

  static Optional<Doc> offered(Catalog catalog, String name) {
    return catalog.facts().docs("addons").stream()
        .filter(each -> each.need("name").equals(name))
        .findFirst();
  }

  static List<Doc> versions(Doc addon, String kubernetesVersion) {
    return addon.docs("versions").stream()
        .filter(each -> Versions.compare(kubernetesVersion, each.need("minimal")) >= 0)
        .filter(each ->
            !each.has("maximal") || Versions.compare(kubernetesVersion, each.need("maximal")) <= 0)
        .toList();
  }

  private static String newest(Catalog catalog, String name, String kubernetesVersion) {
    return offered(catalog, name).stream()
        .flatMap(addon -> versions(addon, kubernetesVersion).stream())
        .filter(each -> each.need("status").equals("ACTIVE"))
        .map(each -> each.need("number"))
        .findFirst()
        .orElse("v0.0.0");
  }
}
