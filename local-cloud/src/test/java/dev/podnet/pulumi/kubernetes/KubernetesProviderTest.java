package dev.podnet.pulumi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podnet.kubernetes.EmbeddedKubernetes;
import dev.podnet.pulumi.FakeEngine;
import dev.podnet.pulumi.PropertyValues;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

class KubernetesProviderTest {
  private static final String MAP = "kubernetes:core/v1:ConfigMap";
  private static final String DAEMON_SET = "kubernetes:apps/v1:DaemonSet";

  @TempDir Path folder;

  private EmbeddedKubernetes kubernetes;
  private FakeEngine engine;

  @BeforeEach
  void start() throws EmbeddedKubernetes.Unavailable {
    kubernetes = EmbeddedKubernetes.open(folder.resolve("kubernetes.mv.db"));
    engine = new FakeEngine(new KubernetesProvider(folder.resolve("other")));
    engine.configure(Map.of("kubeconfig", kubeconfig("one")));
  }

  @AfterEach
  void stop() {
    engine.close();
    kubernetes.close();
  }

  @Test
  void anObjectIsMadeChangedReadAndRemoved() {
    Map<String, Object> inputs = map(Map.of("a", "1", "b", "2"));
    CreateResponse made = engine.create(MAP, inputs, false);

    Map<String, Object> after = map(Map.of("a", "3"));
    var updated = engine.update(MAP, made.getId(), made.getProperties(), inputs, after);
    var read = engine.read(MAP, made.getId(), Map.of(), after);
    engine.delete(MAP, made.getId(), made.getProperties());

    assertThat(made.getId()).isEqualTo("default/settings");
    assertThat(updated).containsEntry("data", Map.of("a", "3"));
    assertThat(PropertyValues.decode(read.getInputs())).isEqualTo(after);
    assertThat(engine.read(MAP, made.getId(), Map.of(), after).getId()).isEmpty();
  }

  @Test
  void anObjectWithoutANameGetsOneThatStays() {
    Map<String, @Nullable Object> inputs =
        PropertyValues.decode(engine.check(MAP, Map.of("data", Map.of())).getInputs());

    assertThat(inputs)
        .containsEntry("metadata", Map.of("name", "it-01020304"))
        .containsEntry("apiVersion", "v1")
        .containsEntry("kind", "ConfigMap");
  }

  @Test
  void anotherNameIsAnotherObject() {
    Map<String, Object> after = new HashMap<>(map(Map.of()));
    after.put("metadata", Map.of("name", "other"));

    DiffResponse diff = engine.diff(MAP, map(Map.of()), Map.of(), after);

    assertThat(diff.getReplacesList()).containsExactly("metadata");
    assertThat(diff.getDeleteBeforeReplace()).isFalse();
  }

  @Test
  void anotherSelectorReplacesUnderTheSameName() {
    DiffResponse diff =
        engine.diff(DAEMON_SET, daemonSet("a", "OnDelete"), Map.of(), daemonSet("b", "OnDelete"));

    assertThat(diff.getDetailedDiffMap())
        .containsOnlyKeys("spec.selector.matchLabels.app")
        .allSatisfy((path, change) ->
            assertThat(change.getKind()).isEqualTo(PropertyDiff.Kind.UPDATE_REPLACE));
    assertThat(diff.getDeleteBeforeReplace()).isTrue();
  }

  @Test
  void anotherStrategyUpdatesInPlace() {
    DiffResponse diff =
        engine.diff(
            DAEMON_SET, daemonSet("a", "OnDelete"), Map.of(), daemonSet("a", "RollingUpdate"));

    assertThat(diff.getReplacesList()).isEmpty();
    assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("spec.updateStrategy.type");
  }

  @Test
  void whatIsOnlyStoredIsSaid() {
    var _ =
        engine.check(
            "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy",
            Map.of("metadata", Map.of("name", "p")));
    var _ = engine.check(MAP, map(Map.of()));

    assertThat(engine.logs())
        .singleElement()
        .asString()
        .startsWith("WARNING stored, not enforced: ");
  }

  @Test
  void anObjectThatExistsIsNotTakenOver() {
    var _ = engine.create(MAP, map(Map.of()), false);

    assertThatThrownBy(() -> engine.create(MAP, map(Map.of()), false))
        .hasMessageContaining("default/settings exists already")
        .hasMessageContaining("pulumi import");
  }

  @Test
  void eachProviderInstanceHasItsOwnCluster() {
    var other = engine.another();
    var _ =
        other.configure(
            ConfigureRequest.newBuilder()
                .setArgs(FakeEngine.struct(Map.of("kubeconfig", kubeconfig("two"))))
                .build());
    var _ =
        other.create(
            CreateRequest.newBuilder()
                .setUrn(FakeEngine.urn(MAP))
                .setProperties(FakeEngine.struct(map(Map.of())))
                .build());

    assertThat(engine.read(MAP, "default/settings", Map.of(), Map.of()).getId()).isEmpty();
  }

  @Test
  void aClusterThatIsGoneFailsADeleteUnlessToldOtherwise() {
    CreateResponse made = engine.create(MAP, map(Map.of()), false);
    String kubeconfig = kubeconfig("one");
    kubernetes.delete("one");

    assertThatThrownBy(() -> engine.delete(MAP, made.getId(), made.getProperties()))
        .hasMessageContaining("No Kubernetes API answers at")
        .hasMessageContaining("deleteUnreachable");

    engine.configure(Map.of("kubeconfig", kubeconfig, "deleteUnreachable", "true"));
    engine.delete(MAP, made.getId(), made.getProperties());
  }

  @Test
  void chartsAndFilesAreRefused() {
    assertThatThrownBy(() -> engine.check("kubernetes:yaml:ConfigFile", Map.of()))
        .hasMessageContaining("does not serve kubernetes:yaml:ConfigFile");
  }

  private String kubeconfig(String cluster) {
    String server = kubernetes.server(cluster);
    kubernetes.create(cluster);
    return """
    current-context: c
    clusters: [{name: c, cluster: {server: "%s"}}]
    contexts: [{name: c, context: {cluster: c}}]
    """
        .formatted(server);
  }

  private static Map<String, Object> map(Map<String, String> data) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "ConfigMap",
        "metadata",
        Map.of("name", "settings"),
        "data",
        data);
  }

  private static Map<String, Object> daemonSet(String app, String strategy) {
    return Map.of(
        "metadata", Map.of("name", "cni"),
        "spec",
            Map.of(
                "selector", Map.of("matchLabels", Map.of("app", app)),
                "updateStrategy", Map.of("type", strategy),
                "containers", List.of()));
  }
}
