package dev.podnet.sim.store;

import dev.podnet.sim.model.Changes;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Job;
import dev.podnet.sim.model.MemoryState;
import dev.podnet.sim.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/**
 * The state in the file {@code cloud.mv.db}. A commit appends to the file; when the process is
 * killed, the store opens with the last whole commit. One process at a time: the file is locked.
 */
public final class CloudStore implements AutoCloseable {
  private static final String FILE = "cloud.mv.db";
  private static final String VERSION = "1";

  /** Small pages: a commit writes every page on the way to what changed. */
  private static final int PAGE_BYTES = 2048;

  private static final int COMMITS_BETWEEN_TIDYING = 256;
  private static final int FILL_PERCENT = 50;
  private static final int TIDY_BYTES = 4 * 1024 * 1024;

  private final MVStore store;
  private final MVMap<String, String> meta;
  private final MVMap<String, String> resources;
  private final MVMap<String, String> jobs;
  private final MVMap<String, String> effects;
  private final MVMap<String, String> remembered;
  private int commits;

  private CloudStore(MVStore store) {
    this.store = store;
    // Space is used again at once: old chunks protect against a power failure only, not against a
    // kill.
    store.setRetentionTime(0);
    meta = map("meta");
    resources = map("resources");
    jobs = map("jobs");
    effects = map("effects");
    remembered = map("remembered");
  }

  /** Opens or creates the state in a directory. */
  public static CloudStore open(Path directory) throws StateUnusable {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StateUnusable(
          "The state directory " + directory + " cannot be created: " + e.getMessage());
    }
    var file = directory.resolve(FILE);
    try {
      var store =
          new CloudStore(
              new MVStore.Builder()
                  .fileName(file.toString())
                  .autoCommitDisabled()
                  .pageSplitSize(PAGE_BYTES)
                  .open());
      String version = store.meta.putIfAbsent("version", VERSION);
      if (version != null && !version.equals(VERSION)) {
        store.store.closeImmediately();
        throw new StateUnusable(
            "The state in "
                + directory
                + " has version "
                + version
                + ", this is version "
                + VERSION
                + ". "
                + remedy(directory));
      }
      return store;
    } catch (MVStoreException e) {
      throw new StateUnusable(
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? "Another local cloud uses the state directory "
                  + directory
                  + ". Stop it, or choose another directory."
              : "The state in " + file + " cannot be read. " + remedy(directory));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new StateUnusable("The state in " + file + " cannot be read. " + remedy(directory));
    }
  }

  private static String remedy(Path directory) {
    return "To start afresh, stop the local cloud and remove " + directory + " (reset).";
  }

  /** The stored state. */
  public MemoryState load() throws StateUnusable {
    try {
      var changed = new LinkedHashMap<String, Optional<Resource>>();
      resources.forEach((id, text) -> changed.put(id, Optional.of(Json.resource(Json.read(text)))));
      var answers = new LinkedHashMap<String, Doc>();
      remembered.entrySet().stream()
          .map(each -> Map.entry(each.getKey(), Json.read(each.getValue())))
          .sorted(Comparator.comparing(each -> each.getValue().textOr("time", "")))
          .forEach(each -> answers.put(each.getKey(), each.getValue()));
      var state = new MemoryState();
      state.apply(
          new Changes(
              changed,
              values(jobs).stream().map(Json::read).map(Json::job).toList(),
              Set.of(),
              values(effects).stream().map(Json::read).map(Json::effect).toList(),
              Set.of(),
              answers,
              List.of(),
              Long.parseLong(meta.getOrDefault("counter", "0"))));
      return state;
    } catch (MVStoreException | IllegalStateException | IllegalArgumentException e) {
      throw new StateUnusable(
          "The stored state is damaged. Remove the state directory to start afresh (reset).");
    }
  }

  /** Makes changes durable: when this returns, a kill does not undo them. */
  public void commit(Changes changes) {
    changes.resources().forEach((id, change) -> put(resources, id, change.map(Json::of)));
    for (Job job : changes.addedJobs()) {
      jobs.put(String.valueOf(job.number()), Json.of(job));
    }
    changes.doneJobs().forEach(number -> jobs.remove(String.valueOf(number)));
    for (Effect effect : changes.addedEffects()) {
      effects.put(String.valueOf(effect.number()), Json.of(effect));
    }
    changes.doneEffects().forEach(number -> effects.remove(String.valueOf(number)));
    changes.forgotten().forEach(remembered::remove);
    changes.remembered().forEach((token, answer) -> remembered.put(token, Json.write(answer)));
    meta.put("counter", String.valueOf(changes.counter()));
    store.commit();
    if (++commits % COMMITS_BETWEEN_TIDYING == 0) {
      store.compact(FILL_PERCENT, TIDY_BYTES);
    }
  }

  /**
   * All of it but the answers to retry tokens, which nobody repeats later: {@code counter}, {@code
   * resources}, {@code jobs} and {@code effects}, each list in the order of its numbers.
   */
  public Doc contents() {
    return Doc.of(
        "counter", Long.parseLong(meta.getOrDefault("counter", "0")),
        "resources", documents(resources, "order"),
        "jobs", documents(jobs, "number"),
        "effects", documents(effects, "number"));
  }

  /** Fills an empty store with what {@link #contents} gave, perhaps of older code. */
  public void fill(Doc contents) throws StateUnusable {
    try {
      var changed = new LinkedHashMap<String, Optional<Resource>>();
      for (Doc each : contents.docs("resources")) {
        var resource = Json.resource(each);
        if (changed.put(resource.id(), Optional.of(resource)) != null) {
          throw new StateUnusable("the resource " + resource.id() + " stands in it twice");
        }
      }
      commit(
          new Changes(
              changed,
              contents.docs("jobs").stream().map(Json::job).toList(),
              Set.of(),
              contents.docs("effects").stream().map(Json::effect).toList(),
              Set.of(),
              Map.of(),
              List.of(),
              contents.numberOr("counter", 0)));
    } catch (IllegalStateException | IllegalArgumentException | DateTimeException e) {
      throw new StateUnusable("something in it cannot be read: " + e.getMessage());
    }
  }

  /** The faults that were asked for; empty when none were. */
  public String faults() {
    return meta.getOrDefault("faults", "");
  }

  public void faults(String asked) {
    meta.put("faults", asked);
    store.commit();
  }

  /** Forgets everything but the version. */
  public void clear() {
    resources.clear();
    jobs.clear();
    effects.clear();
    remembered.clear();
    meta.remove("counter");
    store.commit();
  }

  @Override
  public void close() {
    store.close();
  }

  private MVMap<String, String> map(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE));
  }

  private static void put(MVMap<String, String> map, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> map.put(key, text), () -> map.remove(key));
  }

  private static List<Doc> documents(Map<String, String> map, String number) {
    return map.values().stream()
        .map(Json::read)
        .sorted(Comparator.comparingLong((Doc each) -> each.numberOr(number, 0)))
        .toList();
  }

  private static List<String> values(Map<String, String> map) {
    return new ArrayList<>(map.values());
  }
}
