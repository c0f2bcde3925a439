package dev.podnet.sim.fault;

import dev.podnet.sim.model.Doc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One row of {@code faults.yaml}, which explains its columns.
 *
 * @param does what it does, as a sentence
 * @param staleReads how often a changed resource is still shown as it was; 0 is never
 * @param slower kind, then milliseconds that each of its events takes longer
 * @param failing kind and event ("nodePool.create"), then chance and message
 */
public record Scenario(
    String name,
    String does,
    List<RequestFault> requests,
    long staleReads,
    Doc slower,
    Doc failing,
    Doc nodes) {
  private static final String FILE = "faults.yaml";

  /** The scenario in which nothing goes wrong. */
  public static final String NONE = "none";

  /** All scenarios by name. */
  public static Map<String, Scenario> all() {
    var scenarios = new LinkedHashMap<String, Scenario>();
    var rows = load();
    rows.asMap().keySet().forEach(name -> scenarios.put(name, of(name, rows.doc(name))));
    return scenarios;
  }

  private static Scenario of(String name, Doc row) {
    return new Scenario(
        name,
        row.need("does"),
        row.docs("requests").stream().map(RequestFault::of).toList(),
        row.numberOr("staleReads", 0),
        row.doc("slower"),
        row.doc("failing"),
        row.doc("nodes"));
  }

  private static Doc load() {
    try (InputStream in = Scenario.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path.");
      }
      var settings = LoadSettings.builder().setLabel(FILE).build();
      return Doc.of("it", new Load(settings).loadFromInputStream(in)).doc("it");
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read.", e);
    }
  }
}
