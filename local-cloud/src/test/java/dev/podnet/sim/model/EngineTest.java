package dev.podnet.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.sim.catalog.CatalogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Catalog catalog = CatalogReader.read(1);
  private final Engine engine =
      new Engine(
          new World(catalog, Map.of(), id -> id, 7),
          Crud.routes(catalog.kind("logGroup"), Rules.NONE));
  private final MemoryState state = new MemoryState();

  EngineTest() {
    var draft = new Draft(state, engine.world(), NOW);
    draft.put(
        new Resource(
            "compartment", "c", 1, 1, Doc.of("id", "c", "lifecycleState", "ACTIVE"), Doc.EMPTY));
    state.apply(draft.changes());
  }

  @Test
  void theSameRequestOnTheSameStateGivesTheSameChanges() {
    var first = engine.handle(state, create("a", "t"), NOW);
    var second = engine.handle(state, create("a", "t"), NOW);

    assertThat(first).isEqualTo(second);
    assertThat(state.all("logGroup")).isEmpty();
  }

  @Test
  void aTransitionWaitsForItsTime() {
    make(create("a", "t"), NOW);
    var job = state.jobs().getFirst();
    assertThat(only().state()).isEqualTo("CREATING");
    assertThat(job.due()).isEqualTo(NOW.plusMillis(20));

    state.apply(engine.run(state, job, job.due()));

    assertThat(only().state()).isEqualTo("ACTIVE");
    assertThat(state.all("loggingWorkRequest"))
        .allSatisfy(request -> assertThat(request.text("status")).isEqualTo("SUCCEEDED"));
  }

  @Test
  void aRetryTokenIsForgottenAfterADay() {
    make(create("a", "old"), NOW);

    make(create("b", "new"), NOW.plus(Duration.ofHours(25)));

    assertThat(state.tokensBefore(NOW.plus(Duration.ofDays(30))))
        .containsExactly("20200531/logGroups new");
  }

  private Resource only() {
    return state.all("logGroup").iterator().next();
  }

  private void make(Request request, Instant now) {
    var outcome = engine.handle(state, request, now);
    assertThat(outcome.response().status())
        .as(String.valueOf(outcome.response().body()))
        .isEqualTo(202);
    outcome.changes().ifPresent(state::apply);
  }

  private static Request create(String name, String token) {
    return new Request(
        "POST",
        List.of("20200531", "logGroups"),
        Map.of(),
        Map.of("opc-retry-token", token),
        Doc.of("compartmentId", "c", "displayName", name));
  }
}
