package dev.podnet.sim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Field;
import dev.podnet.sim.model.FieldType;
import java.time.Duration;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
  private final Catalog catalog = CatalogReader.read(2);

  @Test
  void everyReferenceAndShapeThatAFieldNamesExists() {
    catalog.kinds().values().forEach(kind -> check(kind.name(), kind.input().values()));
    catalog.shapes().forEach((name, fields) -> check(name, fields.values()));
  }

  @Test
  void everyKindHasFourStatesOrNoneAndAPathOfItsOwn() {
    assertThat(catalog.kinds().values())
        .allSatisfy(kind -> assertThat(kind.states().size()).as(kind.name()).isIn(0, 4));
    assertThat(catalog.kinds().values()).extracting(kind -> kind.path()).doesNotHaveDuplicates();
  }

  @Test
  void everyBlockerIsAKind() {
    assertThat(catalog.kinds().values())
        .flatMap(kind -> kind.blockedBy())
        .map(blocker -> blocker.replaceFirst("\\..*", ""))
        .allSatisfy(name -> assertThat(catalog.kinds()).containsKey(name));
  }

  @Test
  void delaysAreScaledButTheTimeUntilAPurgeIsNot() {
    assertThat(catalog.delay("cluster", Event.CREATE)).isEqualTo(Duration.ofMillis(600));
    assertThat(catalog.delay("cluster", Event.PURGE)).isEqualTo(Duration.ofMinutes(10));
    assertThat(catalog.delay("vcn", Event.CREATE)).isZero();
  }

  private void check(String owner, Collection<Field> fields) {
    for (Field field : fields) {
      switch (field.type()) {
        case FieldType.Reference(var kind, var _) ->
            assertThat(catalog.kinds()).as(owner + "." + field.name()).containsKey(kind);
        case FieldType.Shape(var shape, var _) ->
            assertThat(catalog.shapes()).as(owner + "." + field.name()).containsKey(shape);
        case FieldType.Choice(var words) -> assertThat(words).isNotEmpty();
        case FieldType.Plain _ -> {}
      }
    }
  }
}
