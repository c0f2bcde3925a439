package dev.podnet.sim;

import dev.podnet.sim.catalog.CatalogReader;
import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.store.CloudStore;
import dev.podnet.sim.store.StateUnusable;
import java.nio.file.Path;
import java.util.Map;

/** The state of a simulator that does not run, as a document of plain maps and lists. */
public final class StoredState {
  private StoredState() {}

  /** The whole state in a directory. */
  public static Map<String, Object> read(Path directory) throws StateUnusable {
    try (var store = CloudStore.open(directory)) {
      return store.contents().asMap();
    }
  }

  /** Whether users have made anything that is still there. */
  public static boolean hasResources(Path directory) throws StateUnusable {
    try (var store = CloudStore.open(directory)) {
      return !PodnetRoutes.live(store.load(), CatalogReader.read(0)).isEmpty();
    }
  }

  /** Writes into a directory without a state; the message of a refusal is the end of a sentence. */
  public static void write(Path directory, Map<String, Object> document) throws StateUnusable {
    var contents = Doc.of(document);
    check(contents, CatalogReader.read(0));
    try (var store = CloudStore.open(directory)) {
      store.fill(contents);
    }
  }

  private static void check(Doc contents, Catalog catalog) throws StateUnusable {
    for (Doc resource : contents.docs("resources")) {
      String kind = resource.textOr("kind", "");
      if (!catalog.kinds().containsKey(kind)) {
        throw new StateUnusable("this local cloud knows no resource of kind \"" + kind + "\"");
      }
      if (Math.max(resource.numberOr("order", 0), resource.numberOr("version", 0))
          > contents.numberOr("counter", 0)) {
        throw new StateUnusable(
            "the resource "
                + resource.textOr("id", "without id")
                + " is newer than the counter of ids");
      }
    }
  }
}
