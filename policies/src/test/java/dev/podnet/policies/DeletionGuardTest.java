package dev.podnet.policies;

import static dev.podnet.policies.PolicyFile.get;
import static dev.podnet.policies.PolicyFile.list;
import static dev.podnet.policies.PolicyFile.map;
import static dev.podnet.policies.PolicyFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeletionGuardTest {
  private static final List<Map<String, Object>> OBJECTS =
      PolicyFile.documents("deletion-guard.yaml");

  @Test
  void theDocumentedNamesComeFirst() {
    assertThat(OBJECTS.stream().map(DeletionGuardTest::name))
        .startsWith("npn-pod-deletion-deny-policy", "npn-pod-deletion-deny-policy-binding");
  }

  @Test
  void everyPolicyIsBoundAndDenies() {
    Map<String, Object> bindings = new TreeMap<>();
    ofKind("ValidatingAdmissionPolicyBinding")
        .forEach(b -> bindings.put(text(b, "spec", "policyName"), b));

    assertThat(bindings)
        .containsOnlyKeys(
            ofKind("ValidatingAdmissionPolicy").map(DeletionGuardTest::name).toList());
    assertThat(bindings)
        .allSatisfy((policy, binding) -> {
          assertThat(name(map(binding))).isEqualTo(policy + "-binding");
          assertThat(list(get(map(binding), "spec", "validationActions"))).contains("Deny");
        });
  }

  @Test
  void everyRefusalIsClosedOnFailureAndSaysWhatToDo() {
    assertThat(ofKind("ValidatingAdmissionPolicy"))
        .allSatisfy(policy -> {
          assertThat(text(policy, "spec", "failurePolicy")).isEqualTo("Fail");
          assertThat(list(get(policy, "spec", "validations")))
              .allSatisfy(validation ->
                  assertThat(text(map(validation), "messageExpression"))
                      .containsAnyOf("kubectl annotate", "--ignore-daemonsets", "make a new pool"));
        });
  }

  @Test
  void onlyCniPodsOfTheSystemNamespaceAreGuarded() {
    assertThat(ofKind("ValidatingAdmissionPolicy").filter(policy -> !ofNodes(policy)))
        .hasSize(3)
        .allSatisfy(policy -> {
          Map<String, Object> constraints = map(get(policy, "spec", "matchConstraints"));
          assertThat(get(constraints, "namespaceSelector", "matchLabels"))
              .isEqualTo(Map.of("kubernetes.io/metadata.name", "kube-system"));
          if (constraints.containsKey("objectSelector")) {
            assertThat(get(constraints, "objectSelector", "matchLabels"))
                .isEqualTo(Map.of("app", "vcn-native-ip-cni"));
          }
        });
  }

  @Test
  void theVariantRenamesEveryObjectToANameOfItsOwn() {
    Map<String, Object> names =
        map(get(PolicyFile.document("deletion-guard-beside.yaml"), "names"));
    Set<Object> all = new HashSet<>(names.keySet());
    all.addAll(names.values());

    assertThat(names).containsOnlyKeys(OBJECTS.stream().map(DeletionGuardTest::name).toList());
    assertThat(all).hasSize(2 * OBJECTS.size());
    assertThat(names)
        .containsEntry("npn-pod-deletion-deny-policy", "podnet-cni-deletion-guard")
        .containsEntry("npn-pod-deletion-deny-policy-binding", "podnet-cni-deletion-guard-binding");
  }

  private static boolean ofNodes(Map<String, Object> policy) {
    List<Object> rules = list(get(policy, "spec", "matchConstraints", "resourceRules"));
    return rules.stream().allMatch(rule -> list(get(map(rule), "resources")).contains("nodes"));
  }

  private static Stream<Map<String, Object>> ofKind(String kind) {
    return OBJECTS.stream().filter(object -> text(object, "kind").equals(kind));
  }

  private static String name(Map<String, Object> object) {
    return text(object, "metadata", "name");
  }
}
