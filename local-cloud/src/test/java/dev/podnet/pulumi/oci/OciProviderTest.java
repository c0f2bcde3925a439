package dev.podnet.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.CodedInputStream;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.FakeEngine;
import dev.podnet.pulumi.PropertyValues;
import dev.podnet.pulumi.Unknown;
import dev.podnet.pulumi.oci.FakeCloud.Scripted;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadResponse;

class OciProviderTest {
  private static final String VCN = "oci:Core/vcn:Vcn";
  private static final String POOL = "oci:ContainerEngine/nodePool:NodePool";
  private static final String RULE =
      "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";
  private static final Map<String, Object> INPUTS =
      Map.of(
          "compartmentId",
          "c",
          "cidrBlocks",
          List.of("10.0.0.0/16"),
          "displayName",
          "net",
          "isIpv6enabled",
          true,
          "definedTags",
          Map.of("Ops.team", "net"));

  private FakeCloud cloud;
  private FakeEngine engine;

  @BeforeEach
  void start() throws IOException {
    cloud = new FakeCloud();
    engine = new FakeEngine(new OciProvider(Schema.load(), cloud.address()));
  }

  @AfterEach
  void stop() {
    engine.close();
    cloud.close();
  }

  @Test
  void aResourceIsMadeWithTheNamesOfRest() {
    CreateResponse made = engine.create(VCN, INPUTS, false);

    assertThat(cloud.objects.get("/20160918/vcns/" + made.getId()))
        .containsEntry("isIpv6Enabled", true)
        .containsEntry("definedTags", Map.of("Ops", Map.of("team", "net")));
    assertThat(PropertyValues.decode(made.getProperties()))
        .containsEntry("isIpv6enabled", true)
        .containsEntry("definedTags", Map.of("Ops.team", "net"))
        .containsEntry("state", "AVAILABLE");
  }

  @Test
  void aPreviewMakesNothingAndKnowsWhatTheProgramKnows() {
    CreateResponse made = engine.create(VCN, INPUTS, true);

    assertThat(cloud.requests).isEmpty();
    assertThat(PropertyValues.decode(made.getProperties()))
        .containsEntry("displayName", "net")
        .containsEntry("defaultRouteTableId", Unknown.VALUE);
  }

  @Test
  void throttlingAndFaultsOfTheServiceAreWaitedOut() {
    cloud.script.add(new Scripted(429, Map.of("code", "TooManyRequests", "message", "slow down")));
    cloud.script.add(new Scripted(503, Map.of("code", "Unavailable", "message", "later")));

    CreateResponse made = engine.create(VCN, INPUTS, false);

    assertThat(made.getId()).startsWith("ocid1.vcns.");
    assertThat(cloud.requests)
        .startsWith("POST /20160918/vcns", "POST /20160918/vcns", "POST /20160918/vcns");
  }

  @Test
  void aRegionWithoutCapacityIsNotWaitedFor() {
    cloud.script.add(
        new Scripted(500, Map.of("code", "InternalError", "message", "Out of host capacity.")));

    assertThatThrownBy(() -> engine.create(VCN, INPUTS, false))
        .hasMessageContaining("Out of host capacity.");
    assertThat(cloud.requests).hasSize(1);
  }

  @Test
  void whatIsNotSeenAtOnceIsLookedForAgain() {
    cloud.unseen = 2;

    CreateResponse made = engine.create(VCN, INPUTS, false);

    assertThat(PropertyValues.decode(made.getProperties()))
        .containsEntry("displayName", INPUTS.get("displayName"));
  }

  @Test
  void aRuleThatTheAnswerDoesNotNameIsFoundAndNotAddedTwice() {
    cloud.unnamed = 1;

    CreateResponse made =
        engine.create(
            RULE,
            Map.of("networkSecurityGroupId", "g", "direction", "INGRESS", "protocol", "6"),
            false);

    assertThat(made.getId()).isEqualTo("rule1");
    assertThat(cloud.objects).hasSize(1);
  }

  @Test
  void aFailedResourceIsReplacedOnceItIsGone() {
    var failed = engine.diff(VCN, Map.of("state", "FAILED"), INPUTS);
    var well = engine.diff(VCN, Map.of("state", "AVAILABLE"), INPUTS);

    assertThat(failed.getReplacesList()).containsExactly("state");
    assertThat(failed.getDeleteBeforeReplace()).isTrue();
    assertThat(well.getReplacesList()).isEmpty();
  }

  @Test
  void anUpdateWithoutChangesSendsAllOfItAgain() {
    CreateResponse made = engine.create(VCN, INPUTS, false);

    var outputs = engine.update(VCN, made.getId(), made.getProperties(), INPUTS, INPUTS);

    assertThat(outputs).containsEntry("displayName", INPUTS.get("displayName"));
    assertThat(cloud.requests).contains("PUT /20160918/vcns/" + made.getId());
  }

  @Test
  void aRefusalIsASentenceWithTheWordsOfTheApi() {
    cloud.script.add(
        new Scripted(400, Map.of("code", "LimitExceeded", "message", "50 VCNs are enough.")));

    assertThatThrownBy(() -> engine.create(VCN, INPUTS, false))
        .hasMessageContaining(
            "POST /20160918/vcns for oci:Core/vcn:Vcn \"it\": 400 LimitExceeded, 50 VCNs are"
                + " enough.");
  }

  @Test
  void aResourceThatFailsMidwayIsKept() throws IOException {
    cloud.workFails = "No capacity for the shape.";

    StatusRuntimeException failure =
        Objects.requireNonNull(
            catchThrowableOfType(
                StatusRuntimeException.class,
                () ->
                    engine.create(
                        POOL,
                        Map.of("clusterId", "k", "compartmentId", "c", "nodeShape", "s"),
                        false)));

    ErrorResourceInitFailed kept = detail(failure);
    assertThat(kept.getId()).startsWith("ocid1.nodePools.");
    assertThat(kept.getReasonsList())
        .singleElement()
        .asString()
        .contains("OutOfCapacity: No capacity for the shape.");
    assertThat(PropertyValues.decode(kept.getInputs())).containsEntry("nodeShape", "s");
  }

  @Test
  void anImportTellsAllInputsThatTheCloudHas() {
    String id = engine.create(VCN, INPUTS, false).getId();

    ReadResponse read = engine.read(VCN, id, Map.of(), Map.of());

    assertThat(PropertyValues.decode(read.getInputs())).isEqualTo(INPUTS);
  }

  @Test
  void aRefreshKeepsToTheInputsOfTheProgram() {
    CreateResponse made = engine.create(VCN, INPUTS, false);
    var live = Objects.requireNonNull(cloud.objects.get("/20160918/vcns/" + made.getId()));
    live.put("displayName", "renamed by hand");
    live.put("dnsLabel", "filledin");

    ReadResponse read =
        engine.read(VCN, made.getId(), PropertyValues.decode(made.getProperties()), INPUTS);

    assertThat(PropertyValues.decode(read.getInputs()))
        .containsEntry("displayName", "renamed by hand")
        .doesNotContainKey("dnsLabel");
    assertThat(PropertyValues.decode(read.getProperties())).containsEntry("dnsLabel", "filledin");
  }

  @Test
  void whatIsGoneIsReadAsNothing() {
    assertThat(engine.read(VCN, "ocid1.vcn.gone", Map.of(), INPUTS).getId()).isEmpty();
  }

  @Test
  void anUpdateSendsOnlyWhatChanged() {
    CreateResponse made = engine.create(VCN, INPUTS, false);
    Map<String, Object> after = new HashMap<>(INPUTS);
    after.put("displayName", "other");

    var outputs = engine.update(VCN, made.getId(), made.getProperties(), INPUTS, after);

    assertThat(outputs).containsEntry("displayName", "other");
    assertThat(cloud.requests).contains("PUT /20160918/vcns/" + made.getId());
  }

  @Test
  void blocksOfAVcnAreAddedAndRemovedByActions() {
    CreateResponse made = engine.create(VCN, INPUTS, false);
    Map<String, Object> after = new HashMap<>(INPUTS);
    after.put("cidrBlocks", List.of("10.1.0.0/16"));

    var _ = engine.update(VCN, made.getId(), made.getProperties(), INPUTS, after);

    assertThat(cloud.requests)
        .containsSubsequence(
            "POST /20160918/vcns/" + made.getId() + "/actions/addCidr",
            "POST /20160918/vcns/" + made.getId() + "/actions/removeCidr")
        .noneMatch(request -> request.startsWith("PUT"));
  }

  @Test
  void rulesOfASecurityGroupGoThroughItsActions() {
    Map<String, Object> rule =
        Map.of(
            "networkSecurityGroupId",
            "g",
            "direction",
            "INGRESS",
            "protocol",
            "6",
            "stateless",
            false);

    CreateResponse made = engine.create(RULE, rule, false);
    ReadResponse read =
        engine.read(
            RULE, "networkSecurityGroups/g/securityRules/" + made.getId(), Map.of(), Map.of());
    engine.delete(RULE, made.getId(), made.getProperties());

    assertThat(cloud.objects.get("/20160918/networkSecurityGroups/g/securityRules/" + made.getId()))
        .containsEntry("isStateless", false)
        .doesNotContainKey("networkSecurityGroupId");
    assertThat(read.getId()).isEqualTo(made.getId());
    assertThat(PropertyValues.decode(read.getInputs())).isEqualTo(rule);
    assertThat(cloud.requests)
        .startsWith("POST /20160918/networkSecurityGroups/g/actions/addSecurityRules")
        .endsWith("POST /20160918/networkSecurityGroups/g/actions/removeSecurityRules");
  }

  @Test
  void deletingWhatIsGoneIsNoFailure() {
    cloud.script.add(
        new Scripted(404, Map.of("code", "NotAuthorizedOrNotFound", "message", "gone")));

    engine.delete(VCN, "ocid1.vcn.gone", FakeEngine.struct(INPUTS));

    assertThat(cloud.requests).containsExactly("DELETE /20160918/vcns/ocid1.vcn.gone");
  }

  @Test
  void functionsListAndFilter() {
    cloud.objects.put(
        "/20160918/services/a", new HashMap<>(Map.of("name", "All IAD Services", "id", "a")));
    cloud.objects.put(
        "/20160918/services/b", new HashMap<>(Map.of("name", "IAD Object Storage", "id", "b")));
    var filter = Map.of("name", "name", "values", List.of("^All .* Services"), "regex", true);

    InvokeResponse answer =
        engine
            .provider()
            .invoke(
                InvokeRequest.newBuilder()
                    .setTok("oci:Core/getServices:getServices")
                    .setArgs(FakeEngine.struct(Map.of("filters", List.of(filter))))
                    .build());

    assertThat(PropertyValues.decode(answer.getReturn()).get("services"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .extracting("name")
        .isEqualTo("All IAD Services");
  }

  /** google.rpc.Status: code, message, details. */
  private static ErrorResourceInitFailed detail(StatusRuntimeException failure) throws IOException {
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNKNOWN);
    byte[] bytes =
        Objects.requireNonNull(
            Objects.requireNonNull(failure.getTrailers())
                .get(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER)));
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    while (in.readTag() >>> 3 != 3) {
      if (!in.skipField(in.getLastTag())) {
        break;
      }
    }
    return Any.parseFrom(in.readBytes()).unpack(ErrorResourceInitFailed.class);
  }
}
