package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components alone, in three stacks without default providers. */
class ReuseIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void eachComponentWorksAloneAndHandsOptionsOn(@TempDir Path folder) throws Exception {
    try (LocalCloud cloud = LocalCloud.in(folder.resolve("state"))) {
      for (String stack : List.of("network", "cluster", "pools")) {
        pulumi(cloud, stack, "up", "--yes").succeeded();
        pulumi(cloud, stack, "preview", "--expect-no-changes").succeeded();
      }
      for (String stack : List.of("network", "cluster", "pools")) {
        assertThat(tags(cloud, stack)).as(stack).isNotEmpty().containsOnly("platform");
      }

      renamed(cloud, folder);
      protectedFromDestruction(cloud, folder);

      for (String stack : List.of("pools", "cluster", "network")) {
        pulumi(cloud, stack, "destroy", "--yes").succeeded();
      }
      assertThat(cloud.resources()).isEmpty();
    }
  }

  /** The "team" tag of everything in a stack that has tags. */
  private static List<String> tags(LocalCloud cloud, String stack) throws Exception {
    String text = pulumi(cloud, stack, "stack", "export").succeeded().output();
    JsonNode resources =
        JSON.readTree(text.substring(text.indexOf('{'))).at("/deployment/resources");
    return StreamSupport.stream(resources.spliterator(), false)
        .map(resource -> resource.at("/outputs/freeformTags"))
        .filter(JsonNode::isObject)
        .map(tags -> tags.path("team").asText())
        .toList();
  }

  private static void renamed(LocalCloud cloud, Path folder) throws Exception {
    String file = with(folder, "name: platform", "formerName: reuse");
    assertThat(pulumi(cloud, "network", "preview", "--config-file", file).succeeded().output())
        .contains("to update")
        .doesNotContain("to create", "to delete", "to replace", "replace ");
  }

  private static void protectedFromDestruction(LocalCloud cloud, Path folder) throws Exception {
    String guarded = with(folder, "protect: true");
    pulumi(cloud, "network", "up", "--yes", "--config-file", guarded).succeeded();
    assertThat(pulumi(cloud, "network", "destroy", "--yes").failed().output())
        .contains("reuse", "protect");
    String free = with(folder, "protect: false");
    pulumi(cloud, "network", "up", "--yes", "--config-file", free).succeeded();
  }

  /** The network's stack file with more settings. */
  private static String with(Path folder, String... settings) throws Exception {
    String text = Files.readString(Checkout.root().resolve("examples/reuse/Pulumi.network.yaml"));
    String more =
        Arrays.stream(settings)
            .map(setting -> "  podnet-reuse:" + setting + "\n")
            .reduce("", String::concat);
    Path file = folder.resolve("Pulumi.network.yaml");
    return Files.writeString(file, text.replace("config:\n", "config:\n" + more)).toString();
  }

  private static Outcome pulumi(LocalCloud cloud, String stack, String verb, String... options)
      throws Exception {
    Stream<String> command = Stream.of("-C", "examples/reuse", verb);
    Stream<String> rest = Stream.concat(Arrays.stream(options), Stream.of("--stack", stack));
    return cloud.pulumi(Stream.concat(command, rest).toArray(String[]::new));
  }
}
