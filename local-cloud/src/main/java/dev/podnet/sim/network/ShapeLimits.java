package dev.podnet.sim.network;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import java.util.Optional;

/** What a compute shape allows. */
public final class ShapeLimits {
  private static final double DEFAULT_OCPUS = 1;

  private ShapeLimits() {}

  public static Optional<Doc> find(Catalog catalog, String name) {
    return catalog.facts().docs("shapes").stream()
        .filter(each -> each.need("name").equals(name))
        .findFirst();
  }

  /** The most VNICs of an instance: fixed, or by the number of OCPUs for a flexible shape. */
  public static int vnics(Doc shape, Doc shapeConfig) {
    if (!shape.flag("flex")) {
      return (int) shape.numberOr("vnics", 2);
    }
    double byOcpus = ocpus(shape, shapeConfig) * shape.decimalOr("vnicsPerOcpu", 1);
    long least = shape.numberOr("vnicsMin", 2);
    return (int) Math.min(shape.numberOr("vnicsMax", 24), Math.max(least, (long) byOcpus));
  }

  public static double ocpus(Doc shape, Doc shapeConfig) {
    return shape.flag("flex")
        ? shapeConfig.decimalOr("ocpus", DEFAULT_OCPUS)
        : shape.decimalOr("ocpus", DEFAULT_OCPUS);
  }

  /** Memory in GB; 16 for each OCPU when a flexible shape is not told. */
  public static double memory(Doc shape, Doc shapeConfig) {
    return shape.flag("flex")
        ? shapeConfig.decimalOr("memoryInGBs", 16 * ocpus(shape, shapeConfig))
        : shape.decimalOr("memory", 16);
  }
}
