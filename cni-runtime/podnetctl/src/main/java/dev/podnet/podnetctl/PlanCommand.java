package dev.podnet.podnetctl;

import dev.podnet.components.check.Draft;
import dev.podnet.components.check.Review;
import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.data.Tables;
import dev.podnet.podnetctl.Report.Line;
import dev.podnet.podnetctl.Report.Table;
import dev.podnet.podnetctl.file.StackFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A stack file's findings and plan, with no engine, no cloud and no account. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with a stack file and what would be made of it, offline.")
final class PlanCommand extends ReportingCommand {
  private final Machine machine;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Which which;

  @Option(names = "--rules", description = "List the security rules too.")
  private boolean rules;

  /** The stack file, in one of two ways. */
  static final class Which {
    @Option(names = "--file", paramLabel = "<stack.yaml>", description = "The stack file.")
    private @Nullable Path file;

    @Option(
        names = "--stack",
        paramLabel = "<name>",
        description = "The stack; its file is stacks/Pulumi.<name>.yaml.")
    private @Nullable String stack;
  }

  PlanCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  Report report() {
    Path path =
        which.file != null
            ? which.file
            : machine.root().resolve("stacks/Pulumi." + which.stack + ".yaml");
    return switch (StackFiles.read(path)) {
      case StackFiles.Outcome.Refused refused -> Report.of(refused.lines());
      case StackFiles.Outcome.Read read -> report(path, read.file());
    };
  }

  private Report report(Path path, StackFile file) {
    Draft draft = Draft.of(file.settings(ConfigReader.NAMESPACE), Tables.catalog());
    List<Table> tables = draft.plan().map(plan -> PlanTables.of(plan, rules)).orElse(List.of());
    return new Report(lines(path, file, draft.review()), tables);
  }

  private static List<Line> lines(Path path, StackFile file, Review review) {
    List<Line> lines = new ArrayList<>();
    for (Finding error : review.errors()) {
      lines.add(Line.fail(place(path, file, error), text(error), error.fix()));
    }
    for (Finding warning : review.warnings()) {
      lines.add(Line.warn(place(path, file, warning), text(warning), warning.fix()));
    }
    for (Review.Waived waived : review.waived()) {
      lines.add(
          Line.ok(
              place(path, file, waived.finding()),
              text(waived.finding()) + " Accepted: " + waived.reason()));
    }
    if (lines.isEmpty()) {
      lines.add(Line.ok(path.toString(), "Nothing is wrong with these settings."));
    }
    return lines;
  }

  private static String place(Path path, StackFile file, Finding finding) {
    return StackFiles.place(path, file.position(finding.path())) + " " + finding.path();
  }

  private static String text(Finding finding) {
    String source = finding.source().isEmpty() ? "" : " Source: " + finding.source() + ".";
    return finding.reason() + " [" + finding.id() + "]" + source;
  }
}
