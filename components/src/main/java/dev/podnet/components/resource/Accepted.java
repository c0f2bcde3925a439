package dev.podnet.components.resource;

import com.pulumi.exceptions.RunException;
import dev.podnet.components.check.Draft;
import dev.podnet.components.check.Review;
import dev.podnet.components.check.Told;
import dev.podnet.components.plan.Plan;

/** The way from a draft to a plan that may be declared. */
public final class Accepted {
  private Accepted() {}

  /**
   * The draft's plan, once its warnings have been told.
   *
   * @param stack named in the refusal
   * @throws RunException with all errors in one message; the engine shows it without a trace
   */
  public static Plan plan(Draft draft, String stack, Notes notes) {
    Review review = draft.review();
    if (!review.errors().isEmpty()) {
      throw new RunException(Told.refusal(stack, review.errors()));
    }
    review.warnings().forEach(w -> notes.warn(Told.finding(w)));
    review.waived().forEach(w -> notes.info(Told.waived(w.finding(), w.reason())));
    return draft.plan().orElseThrow();
  }
}
