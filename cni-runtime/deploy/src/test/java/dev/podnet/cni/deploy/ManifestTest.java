package dev.podnet.cni.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ManifestTest {
  /** Knows every kind that is shipped and refuses every field that the API does not have. */
  private static final ObjectMapper STRICT =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NoAnySetter())
          .build();

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "ServiceAccount", ServiceAccount.class,
          "ClusterRole", ClusterRole.class,
          "ClusterRoleBinding", ClusterRoleBinding.class,
          "Role", Role.class,
          "RoleBinding", RoleBinding.class,
          "DaemonSet", DaemonSet.class,
          "CustomResourceDefinition", CustomResourceDefinition.class);

  @Test
  void everyFieldIsOneThatTheApiHas() throws IOException {
    assertThat(objects("podnet-cni.yaml")).hasSize(6);
    assertThat(objects("nativepodnetwork-crd.yaml")).hasSize(1);
  }

  @Test
  void podsAreFoundByTheDocumentedLabelAndNotAdoptedByOracles() throws IOException {
    DaemonSetSpec spec = daemonSet();

    assertThat(spec.getSelector().getMatchLabels())
        .isEqualTo(Map.of("app", "vcn-native-ip-cni", "podnet.dev/component", "cni"));
    assertThat(spec.getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(spec.getSelector().getMatchLabels());
    assertThat(spec.getTemplate().getSpec().getNodeSelector())
        .isEqualTo(Map.of("podnet.dev/cni", "packaged"));
    assertThat(spec.getUpdateStrategy().getType()).isEqualTo("OnDelete");
  }

  @Test
  void theAgentHasNoRightItDoesNotNeed() throws IOException {
    Container agent = agent();

    assertThat(agent.getImage()).isEqualTo("${image}");
    assertThat(agent.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(agent.getSecurityContext().getCapabilities().getAdd()).containsExactly("NET_ADMIN");
    assertThat(agent.getSecurityContext().getPrivileged()).isFalse();
    assertThat(agent.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(agent.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(agent.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(agent.getResources().getLimits()).containsKeys("cpu", "memory");
  }

  @Test
  void everyMountHasItsVolume() throws IOException {
    List<String> volumes =
        daemonSet().getTemplate().getSpec().getVolumes().stream().map(Volume::getName).toList();

    assertThat(agent().getVolumeMounts())
        .extracting(VolumeMount::getName)
        .containsExactlyInAnyOrderElementsOf(volumes);
  }

  @Test
  void rolesNameEveryVerbAndResource() throws IOException {
    List<PolicyRule> rules = new ArrayList<>();
    for (HasMetadata object : objects("podnet-cni.yaml")) {
      if (object instanceof ClusterRole role) {
        rules.addAll(role.getRules());
      } else if (object instanceof Role role) {
        rules.addAll(role.getRules());
      }
    }

    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(rule -> {
          assertThat(rule.getVerbs()).doesNotContain("*", "delete", "update");
          assertThat(rule.getResources()).doesNotContain("*", "secrets");
        });
  }

  private static Container agent() throws IOException {
    return daemonSet().getTemplate().getSpec().getContainers().get(0);
  }

  private static DaemonSetSpec daemonSet() throws IOException {
    return objects("podnet-cni.yaml").stream()
        .filter(DaemonSet.class::isInstance)
        .map(DaemonSet.class::cast)
        .findFirst()
        .orElseThrow()
        .getSpec();
  }

  private static List<HasMetadata> objects(String name) throws IOException {
    List<HasMetadata> objects = new ArrayList<>();
    try (InputStream in = requireNonNull(ManifestTest.class.getResourceAsStream(name), name);
        var documents = STRICT.readerFor(Map.class).<Map<String, Object>>readValues(in)) {
      while (documents.hasNext()) {
        Map<String, Object> document = documents.next();
        objects.add(STRICT.convertValue(document, requireNonNull(KINDS.get(document.get("kind")))));
      }
    }
    return objects;
  }

  /** Without it the model classes would keep unknown fields as additional properties. */
  private static final class NoAnySetter extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
      return false;
    }
  }
}
