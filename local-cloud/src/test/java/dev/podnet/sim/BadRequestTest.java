package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.sim.catalog.CatalogReader;
import dev.podnet.sim.model.Kind;
import dev.podnet.sim.model.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: an answer in OCI's shape, and never one of 500. */
class BadRequestTest extends WithSimulator {
  private static final long SEED = 20_261_124;

  /** Values that some field does not expect. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "9223372036854775808",
          "3.5",
          "''",
          "'x'",
          "'\\u0000'",
          "'ocid1.vcn.oc1.iad.nothing'",
          "'10.0.0.0/99'",
          "'::/0'",
          "[]",
          "[null]",
          "[[]]",
          "[{}]",
          "['x']",
          "{}",
          "{'x':{'y':[1]}}",
          "{'id':null}");

  private final Set<Integer> statuses = new TreeSet<>();
  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void noBodyMakesTheSimulatorFail() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 1, network.profile("blue", 16, ""));
    var known =
        List.of(
            Client.COMPARTMENT, network.vcn(), network.workers(), network.pods(), cluster, pool);
    var catalog = CatalogReader.read(0);
    List<String> failures = new ArrayList<>();

    for (Kind kind : catalog.kinds().values()) {
      for (int i = 0; i < 40; i++) {
        String path = kind.path().replaceAll("\\{\\w+}", any(known));
        tell(failures, "POST", path, fields(kind, known));
        tell(failures, "PUT", path + "/" + any(known), fields(kind, known));
      }
    }

    assertThat(failures).as("seed " + SEED).isEmpty();
    assertThat(statuses).as("what the requests reach").contains(200, 400, 404);
  }

  @Test
  void noRouteFailsOnWhatItWasNotMadeFor() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    var known = List.of(Client.COMPARTMENT, network.vcn(), network.pods(), cluster, "x", "%2e%2e");
    List<String> failures = new ArrayList<>();

    for (Route route : Services.routes(CatalogReader.read(0))) {
      for (int i = 0; i < 6; i++) {
        String path =
            "/"
                + route.template().stream()
                    .map(each -> each.startsWith("{") ? any(known) : each)
                    .collect(Collectors.joining("/"));
        if (path.startsWith("/podnet")) {
          continue;
        }
        boolean bodiless = route.method().equals("GET") || route.method().equals("DELETE");
        String query =
            "?compartmentId="
                + any(known)
                + "&limit="
                + any(List.of("1", "x", "-5", "99999999999"))
                + "&page="
                + any(List.of("", "abc", "%00"))
                + "&sortBy="
                + any(known)
                + "&action="
                + any(known);
        tell(
            failures,
            route.method(),
            path + query,
            bodiless
                ? ""
                : "{'instanceId':" + any(VALUES) + ",'securityRules':" + any(VALUES) + "}");
      }
    }

    assertThat(failures).as("seed " + SEED).isEmpty();
    assertThat(statuses).as("what the requests reach").contains(200, 400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /20160918/../20160918/vcns HTTP/1.1",
        "GET /20160918/%2e%2e/vcns HTTP/1.1",
        "GET //20160918//vcns HTTP/1.1",
        "GET /20160918/vcns/%00 HTTP/1.1",
        "GET /20160918/vcns/%ff%fe HTTP/1.1",
        "GET /20160918/vcns?compartmentId HTTP/1.1",
        "GET /20160918/vcns?&&=&a=b=c HTTP/1.1",
        "TRACE /20160918/vcns HTTP/1.1",
        "GET / HTTP/1.1",
      })
  void noAddressMakesTheSimulatorFail(String line) throws IOException {
    String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("opc-request-id: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "'x'", "null,", "{'a':1,'a':2}", "{} {}", "{'a':\u0001}"})
  void whatIsNoJsonObjectIsTold(String body) {
    var answer = client.post(Client.CORE + "/vcns", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo("CannotParseRequest");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{'freeformTags':" + "[".repeat(5000) + "]".repeat(5000) + "}";

    assertThat(client.post(Client.CORE + "/vcns", deep).status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    String tags = "{'freeformTags':{'a':'" + "x".repeat(5 * 1024 * 1024) + "'}}";

    var answer = client.post(Client.CORE + "/vcns", tags);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.field("code")).isEqualTo("PayloadTooLarge");
  }

  private void tell(List<String> failures, String method, String path, String body) {
    var answer = client.send(method, path, body.isEmpty() ? null : body);
    statuses.add(answer.status());
    boolean shaped =
        answer.status() < 400
            || (!answer.field("code").isEmpty() && !answer.field("message").isEmpty());
    if (answer.status() >= 500 || !shaped || answer.header("opc-request-id").isEmpty()) {
      failures.add(method + " " + path + " " + body + " -> " + answer.status() + answer.text());
    }
  }

  /** A body with the mandatory fields of a kind and some others, each with a value of any sort. */
  private String fields(Kind kind, List<String> known) {
    List<String> fields = new ArrayList<>();
    kind.input()
        .forEach((name, field) -> {
          if (field.required() || random.nextInt(4) == 0) {
            boolean proper = random.nextInt(3) > 0;
            fields.add("'" + name + "':" + (proper ? fitting(name, known) : any(VALUES)));
          }
        });
    if (random.nextInt(10) == 0) {
      fields.add("'unknown':1");
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String fitting(String name, List<String> known) {
    Map<String, String> proper =
        Map.of(
            "compartmentId", "'" + Client.COMPARTMENT + "'",
            "vcnId", "'" + known.get(1) + "'",
            "cidrBlock", "'10.0.3.0/24'",
            "availabilityDomain", "'Uocm:US-ASHBURN-AD-1'",
            "kubernetesVersion", "'v1.34.1'",
            "size", "1",
            "nodeShape", "'VM.Standard.E4.Flex'",
            "shape", "'VM.Standard.E4.Flex'");
    return proper.getOrDefault(name, "'" + any(known) + "'");
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String raw(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
