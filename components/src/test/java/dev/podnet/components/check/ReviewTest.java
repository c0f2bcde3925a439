package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.config.Finding;
import dev.podnet.components.config.Waiver;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final Finding ERROR = Finding.error("e", "podnet:x", "It is bad.", "Mend.", "");
  private static final Finding WARNING = Finding.warning("w", "podnet:y", "Hm.", "Look.", "Who");

  @Test
  void aWaiverSilencesAWarningAndIsTold() {
    Review review = Review.of(List.of(ERROR, WARNING), List.of(new Waiver("w", "known")));

    assertThat(review.errors()).containsExactly(ERROR);
    assertThat(review.warnings()).isEmpty();
    assertThat(review.waived()).containsExactly(new Review.Waived(WARNING, "known"));
  }

  @Test
  void anErrorCannotBeWaived() {
    Review review = Review.of(List.of(ERROR), List.of(new Waiver("e", "please")));

    assertThat(review.errors()).containsExactly(ERROR);
    assertThat(review.warnings()).extracting(Finding::id).containsExactly("useless-waiver");
  }

  @Test
  void theRefusalListsEveryErrorOnce() {
    String text = Told.refusal("dev", List.of(ERROR, ERROR));

    assertThat(text)
        .startsWith("The settings of stack 'dev' have 2 errors; nothing was registered.")
        .contains("1. podnet:x: It is bad. [e]", "2. podnet:x", "Fix: Mend.")
        .doesNotContain("Source:");
  }
}
