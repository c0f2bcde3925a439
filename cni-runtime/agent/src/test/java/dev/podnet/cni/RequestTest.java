package dev.podnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.cni.Request.Attachment;
import dev.podnet.ip.Ip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "CNI_COMMAND", "ADD",
          "CNI_CONTAINERID", "c1",
          "CNI_IFNAME", "eth0",
          "CNI_NETNS", "/run/netns/c1",
          "CNI_ARGS", "IgnoreUnknown=1;K8S_POD_NAME=p;K8S_POD_NAMESPACE=n;;x");

  private static final Map<String, Object> CONF = Map.of("cniVersion", "1.0.0", "name", "oci");

  private static CniError refused(String key, String value) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put(key, value);
    return refused(environment, CONF);
  }

  private static CniError refused(Map<String, String> environment, Map<?, ?> conf) {
    Request.Parsed parsed = Request.read(environment, conf);
    assertThat(parsed).isInstanceOf(Request.Parsed.Bad.class);
    return ((Request.Parsed.Bad) parsed).error();
  }

  private static Request read(Map<String, String> environment, Map<?, ?> conf) {
    Request.Parsed parsed = Request.read(environment, conf);
    assertThat(parsed).isInstanceOf(Request.Parsed.Ok.class);
    return ((Request.Parsed.Ok) parsed).request();
  }

  @Test
  void aRequestIsRead() {
    Request request = read(ENVIRONMENT, CONF);

    assertThat(request.command()).isEqualTo(Command.ADD);
    assertThat(request.network()).isEqualTo("oci");
    assertThat(request.args())
        .containsEntry("K8S_POD_NAME", "p")
        .containsEntry("K8S_POD_NAMESPACE", "n")
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "add", "VERSION", "ADD "})
  void unknownCommandsAreRefused(String command) {
    assertThat(refused("CNI_COMMAND", command).code()).isEqualTo(CniError.ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../c1", "c/1", "-c", "c 1", "c\n1"})
  void namesThatCouldBePathsAreNoContainers(String id) {
    assertThat(refused("CNI_CONTAINERID", id).message()).contains("CNI_CONTAINERID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "eth/0", "eth:0", "eth 0", "interface-of-sixteen"})
  void namesThatTheKernelRefusesAreNoInterfaces(String name) {
    assertThat(refused("CNI_IFNAME", name).message()).contains("CNI_IFNAME");
  }

  @Test
  void onlyDelNeedsNoNamespace() {
    assertThat(refused("CNI_NETNS", "").message()).isEqualTo("CNI_NETNS is missing");
    Map<String, String> del = new HashMap<>(ENVIRONMENT);
    del.put("CNI_COMMAND", "DEL");
    del.remove("CNI_NETNS");
    assertThat(read(del, CONF).netns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.2.0, 1", "2.0.0, 1", "'', 1"})
  void unknownVersionsAreRefused(String version, int code) {
    assertThat(refused(ENVIRONMENT, Map.of("cniVersion", version, "name", "oci")).code())
        .isEqualTo(code);
  }

  @Test
  void aConfigurationNeedsAName() {
    assertThat(refused(ENVIRONMENT, Map.of("cniVersion", "1.0.0")).code())
        .isEqualTo(CniError.CONFIGURATION);
    assertThat(refused(ENVIRONMENT, Map.of("cniVersion", "1.0.0", "name", 7)).code())
        .isEqualTo(CniError.CONFIGURATION);
  }

  @Test
  void theAddressesOfAPreviousResultAreRead() {
    Map<String, Object> conf = new HashMap<>(CONF);
    conf.put(
        "prevResult",
        Map.of("ips", List.of(Map.of("address", "10.0.0.1/32"), 7, Map.of("address", "x"))));

    assertThat(read(ENVIRONMENT, conf).previousIps()).containsExactly(Ip.of("10.0.0.1"));
  }

  @Test
  void validAttachmentsAreRead() {
    Map<String, Object> conf = new HashMap<>(CONF);
    conf.put(
        "cni.dev/valid-attachments",
        List.of(Map.of("containerID", "c1", "ifname", "eth0"), "garbage"));

    assertThat(read(ENVIRONMENT, conf).validAttachments())
        .contains(List.of(new Attachment("c1", "eth0")));
    assertThat(read(ENVIRONMENT, CONF).validAttachments()).isEmpty();
  }

  private static final Result RESULT =
      new Result(
          "pod1",
          "02:00:00:00:00:01",
          "eth0",
          "02:00:00:00:00:02",
          9000,
          "/run/netns/c1",
          List.of(
              new Result.Pair(Ip.of("10.0.0.5"), Ip.of("169.254.1.1")),
              new Result.Pair(Ip.of("fd00::5"), Ip.of("fe80::1"))));

  @ParameterizedTest
  @ValueSource(strings = {"0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0"})
  void aResultIsWrittenInTheVersionAskedFor(String version) {
    Map<String, Object> json = RESULT.toJson(version, Map.of());

    boolean old = version.startsWith("0");
    Map<?, ?> ip = Json.object(Json.list(json, "ips").get(1));
    assertThat(json).containsEntry("cniVersion", version);
    assertThat(ip.get("version")).isEqualTo(old ? "6" : null);
    assertThat(ip.get("address")).isEqualTo("fd00::5/128");
    assertThat(ip.get("interface")).isEqualTo(1);
    Map<?, ?> link = Json.object(Json.list(json, "interfaces").get(1));
    assertThat(link.get("sandbox")).isEqualTo("/run/netns/c1");
    assertThat(link.get("mtu")).isEqualTo(version.equals("1.1.0") ? 9000 : null);
  }

  @Test
  void whatEarlierPluginsMadeStaysInTheResult() {
    Map<String, Object> json =
        RESULT.toJson(
            "1.0.0",
            Map.of(
                "interfaces", List.of(Map.of("name", "lo")),
                "dns", Map.of("domain", "example")));

    assertThat(Json.list(json, "interfaces")).hasSize(3);
    assertThat(Json.object(Json.list(json, "ips").getFirst()).get("interface")).isEqualTo(2);
    assertThat(json).containsEntry("dns", Map.of("domain", "example"));
  }

  @Test
  void anErrorHasItsCodeAndWhatToDo() {
    assertThat(new CniError(11, "why", "do").toJson("1.0.0"))
        .isEqualTo(Map.of("cniVersion", "1.0.0", "code", 11, "msg", "why", "details", "do"));
  }
}
