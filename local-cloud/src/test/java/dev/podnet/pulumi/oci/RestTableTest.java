package dev.podnet.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.oci.schema.Schema;
import org.junit.jupiter.api.Test;

class RestTableTest {
  private static final Schema SCHEMA = Schema.load();
  private static final RestTable TABLE = RestTable.load();

  @Test
  void everyTypeOfTheSchemaHasARow() {
    assertThat(TABLE.resources()).containsOnlyKeys(SCHEMA.resources().keySet());
    assertThat(TABLE.functions()).containsOnlyKeys(SCHEMA.functions().keySet());
  }

  @Test
  void whatRowsNameIsInTheSchema() {
    TABLE
        .resources()
        .forEach((token, rest) -> {
          var inputs = SCHEMA.resource(token).orElseThrow().inputs();
          assertThat(rest.local()).as(token).allMatch(name -> inputs.find(name).isPresent());
          assertThat(rest.clears()).as(token).allMatch(name -> inputs.find(name).isPresent());
          assertThat(rest.defaults().keySet())
              .as(token)
              .allMatch(name -> inputs.find(name).isPresent());
          assertThat(rest.deleteQuery().values())
              .as(token)
              .allMatch(name -> inputs.find(name).isPresent());
        });
  }
}
