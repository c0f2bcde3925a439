package dev.podnet.sim.catalog;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Field;
import dev.podnet.sim.model.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the catalog. */
public final class CatalogReader {
  private static final List<String> KIND_FILES =
      List.of(
          "kinds-core.yaml",
          "kinds-gateways.yaml",
          "kinds-compute.yaml",
          "kinds-identity.yaml",
          "kinds-oke.yaml",
          "kinds-hidden.yaml");
  private static final String ALL_VERBS = "list get create update delete move";

  private CatalogReader() {}

  /**
   * Reads the built-in catalog; every delay is multiplied by {@code delayScale}, and 0 takes them
   * all away.
   */
  public static Catalog read(double delayScale) {
    var kinds = new LinkedHashMap<String, Kind>();
    for (String file : KIND_FILES) {
      Doc rows = load(file);
      rows.asMap().keySet().forEach(name -> kinds.put(name, kind(name, rows.doc(name))));
    }
    var shapes = new LinkedHashMap<String, Map<String, Field>>();
    Doc rows = load("shapes.yaml");
    rows.asMap().keySet().forEach(name -> shapes.put(name, FieldReader.shape(rows.doc(name))));
    return new Catalog(
        kinds, shapes, delays(load("lifecycle.yaml"), delayScale), load("facts.yaml"));
  }

  private static Kind kind(String name, Doc row) {
    return new Kind(
        name,
        row.need("path"),
        row.need("ocid"),
        row.flag("global"),
        row.textOr("states", "").equals("none") ? List.of() : words(row, "states", ""),
        row.text("updating"),
        row.flag("lingers"),
        row.flag("hidden"),
        row.flag("listWithoutCompartment"),
        row.text("work"),
        row.textOr("nameField", "displayName"),
        row.text("uniqueName"),
        Set.copyOf(words(row, "verbs", ALL_VERBS)),
        Set.copyOf(words(row, "filters", "")),
        Set.copyOf(words(row, "summaryOmits", "")),
        words(row, "blockedBy", ""),
        FieldReader.input(row.doc("input")));
  }

  private static List<String> words(Doc row, String key, String fallback) {
    String text = row.textOr(key, fallback).strip();
    return text.isEmpty() ? List.of() : List.of(text.split(" +", -1));
  }

  private static Map<String, Map<String, Duration>> delays(Doc rows, double scale) {
    var delays = new LinkedHashMap<String, Map<String, Duration>>();
    for (String kind : rows.asMap().keySet()) {
      var events = new LinkedHashMap<String, Duration>();
      Doc row = rows.doc(kind);
      for (String event : row.asMap().keySet()) {
        // How long a deleted thing can still be read is no delay that a user waits for.
        double factor = event.equals(Event.PURGE.key()) ? 1 : scale;
        events.put(event, Duration.ofMillis(Math.round(row.numberOr(event, 0) * factor)));
      }
      delays.put(kind, events);
    }
    return delays;
  }

  private static Doc load(String file) {
    try (InputStream in = CatalogReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The catalog file " + file + " is not on the classpath.");
      }
      var loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
      return Doc.of("it", loaded).doc("it");
    } catch (IOException e) {
      throw new UncheckedIOException("The catalog file " + file + " cannot be read.", e);
    }
  }
}
