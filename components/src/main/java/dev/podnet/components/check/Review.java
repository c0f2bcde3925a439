package dev.podnet.components.check;

import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.Waiver;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings sorted by what follows from them.
 *
 * @param errors they stop the deployment
 * @param warnings they are told
 * @param waived warnings that the settings accept; told with the reason
 */
public record Review(List<Finding> errors, List<Finding> warnings, List<Waived> waived) {
  public Review {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    waived = List.copyOf(waived);
  }

  /** A warning and why it is accepted. */
  public record Waived(Finding finding, String reason) {}

  public static Review of(List<Finding> findings, List<Waiver> allow) {
    List<Waived> waived =
        findings.stream()
            .filter(f -> !f.isError())
            .flatMap(f -> waiver(f, allow).map(w -> new Waived(f, w.reason())))
            .toList();
    List<Finding> silenced = waived.stream().map(Waived::finding).toList();
    return new Review(
        findings.stream().filter(Finding::isError).toList(),
        Stream.concat(
                findings.stream().filter(f -> !f.isError() && !silenced.contains(f)),
                useless(findings, allow))
            .toList(),
        waived);
  }

  private static Stream<Waiver> waiver(Finding finding, List<Waiver> allow) {
    return allow.stream().filter(w -> w.finding().equals(finding.id())).limit(1);
  }

  private static Stream<Finding> useless(List<Finding> findings, List<Waiver> allow) {
    return Subject.at(allow, SettingPath.of("allow"))
        .filter(w ->
            findings.stream().noneMatch(f -> !f.isError() && f.id().equals(w.value().finding())))
        .map(w ->
            Finding.warning(
                "useless-waiver",
                w.path().toString(),
                "There is no warning '" + w.value().finding() + "' to accept.",
                "Remove it; errors cannot be accepted.",
                ""));
  }
}
