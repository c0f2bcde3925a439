package dev.podnet.components.check;

import dev.podnet.components.config.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings as text for people. */
public final class Told {
  private Told() {}

  /** The one message with which a deployment is refused. */
  public static String refusal(String stack, List<Finding> errors) {
    String count = errors.size() == 1 ? "one error" : errors.size() + " errors";
    return "The settings of stack '"
        + stack
        + "' have "
        + count
        + "; nothing was registered.\n\n"
        + numbered(errors);
  }

  /** The message with which a deployment ends when the cloud's own answers refuse it. */
  public static String later(List<Finding> errors) {
    return "What is in the cloud does not fit the settings.\n\n" + numbered(errors);
  }

  private static String numbered(List<Finding> errors) {
    return IntStream.range(0, errors.size())
        .mapToObj(i -> (i + 1) + ". " + finding(errors.get(i)))
        .collect(Collectors.joining("\n"));
  }

  /** A finding: where, what, what to do, and who says so. */
  public static String finding(Finding finding) {
    String source = finding.source().isEmpty() ? "" : "\n   Source: " + finding.source();
    return finding.path()
        + ": "
        + finding.reason()
        + " ["
        + finding.id()
        + "]\n   Fix: "
        + finding.fix()
        + source;
  }

  /** A warning that the settings accept. */
  public static String waived(Finding finding, String reason) {
    return finding.path()
        + ": "
        + finding.reason()
        + " ["
        + finding.id()
        + ", accepted: "
        + reason
        + "]";
  }
}
