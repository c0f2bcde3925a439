package dev.podnet.components.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropagationTest {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:59:50.500Z,                50500",
    "2026-11-24 09:59:50.5 +0000 UTC,         50500",
    "2026-11-24T09:59:50Z,                    50000",
    "2026-11-24T09:59:00.000Z,                0",
    "2025-01-01T00:00:00.000Z,                0",
    "2026-11-24T12:00:00.000Z,                60000",
    "yesterday,                               0",
  })
  void poolsWaitUntilABoundAfterAPolicysCreation(String created, long millis) {
    assertThat(Propagation.wait(List.of(created), BOUND, NOW)).hasMillis(millis);
  }

  @Test
  void theNewestPolicyCounts() {
    assertThat(
            Propagation.wait(
                List.of("2025-01-01T00:00:00.000Z", "2026-11-24T09:59:40.000Z"), BOUND, NOW))
        .hasSeconds(40);
  }
}
