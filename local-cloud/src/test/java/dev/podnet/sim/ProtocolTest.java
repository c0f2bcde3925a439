package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolTest extends WithSimulator {
  private static final String VCNS = Client.CORE + "/vcns";
  private static final String LIST = VCNS + "?compartmentId=" + Client.COMPARTMENT;

  @Test
  void everyAnswerHasARequestId() {
    assertThat(client.get(LIST).headers()).containsKey("opc-request-id");
    assertThat(client.send("GET", "/nothing", null, "opc-request-id", "mine-1").headers())
        .containsEntry("opc-request-id", "mine-1");
  }

  @Test
  void unknownAddressesAndMethodsAreRefusedInTheFormOfOci() {
    var unknown = client.get("/20160918/unicorns");
    var method = client.send("PATCH", LIST, "{}");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.field("code")).isEqualTo("NotAuthorizedOrNotFound");
    assertThat(method.status()).isEqualTo(405);
    assertThat(client.get(VCNS + "/../vcns/..%2f..").status()).isEqualTo(404);
  }

  @Test
  void bodiesThatCannotBeReadAreRefused() {
    var half = client.post(VCNS, "{'compartmentId':");
    var list = client.post(VCNS, "[1]");
    var twice = client.post(VCNS, "{'displayName':'a','displayName':'b'}");
    var type = client.post(VCNS, "<vcn/>", "Content-Type", "text/xml");
    var huge = client.post(VCNS, "{'displayName':'" + "x".repeat(5_000_000) + "'}");

    assertThat(half.field("code")).isEqualTo("CannotParseRequest");
    assertThat(list.status()).isEqualTo(400);
    assertThat(twice.status()).isEqualTo(400);
    assertThat(type.status()).isEqualTo(415);
    assertThat(huge.status()).isEqualTo(413);
  }

  @Test
  void aListNeedsACompartmentThatExists() {
    assertThat(client.get(VCNS).field("code")).isEqualTo("MissingParameter");
    assertThat(client.get(VCNS + "?compartmentId=ocid1.compartment.oc1..none").status())
        .isEqualTo(404);
  }

  @Test
  void listsAreFilteredSortedAndPaged() {
    for (String name : new String[] {"b", "c", "a"}) {
      vcn(name);
    }

    var byName = client.get(LIST + "&sortBy=DISPLAYNAME").json();
    var newest = client.get(LIST).json();
    var filtered = client.get(LIST + "&displayName=b&lifecycleState=available").json();
    var first = client.get(LIST + "&sortBy=DISPLAYNAME&limit=2");
    var second =
        client.get(
            LIST + "&sortBy=DISPLAYNAME&limit=2&page=" + first.headers().get("opc-next-page"));

    assertThat(byName.findValuesAsText("displayName")).containsExactly("a", "b", "c");
    assertThat(newest.findValuesAsText("displayName")).containsExactly("a", "c", "b");
    assertThat(filtered).hasSize(1);
    assertThat(first.json()).hasSize(2);
    assertThat(second.json().findValuesAsText("displayName")).containsExactly("c");
    assertThat(second.headers()).doesNotContainKey("opc-next-page");
    assertThat(client.get(LIST + "&page=garbage").status()).isEqualTo(400);
    assertThat(client.get(LIST + "&limit=0").status()).isEqualTo(400);
  }

  @Test
  void anEtagGuardsAgainstLostUpdates() {
    var made = vcn("one");
    String path = VCNS + "/" + made.id();
    String etag = made.header("etag");

    var first = client.put(path, "{'displayName':'two'}", "if-match", etag);
    var late = client.put(path, "{'displayName':'three'}", "if-match", etag);

    assertThat(first.status()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.field("code")).isEqualTo("NoEtagMatch");
    assertThat(client.delete(path, "if-match", etag).status()).isEqualTo(412);
    assertThat(client.get(path).headers()).containsEntry("etag", first.headers().get("etag"));
  }

  @Test
  void aRetryTokenMakesACreationHappenOnce() {
    String request = body("'cidrBlock':'10.0.0.0/16','displayName':'one'");

    var first = client.post(VCNS, request, "opc-retry-token", "t1");
    var again = client.post(VCNS, request, "opc-retry-token", "t1");
    var other = client.post(VCNS, body("'cidrBlock':'10.1.0.0/16'"), "opc-retry-token", "t1");

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.get(LIST).json()).hasSize(1);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.field("code")).isEqualTo("InvalidatedRetryToken");
  }

  @Test
  void aResetForgetsEverything() {
    vcn("one");

    assertThat(client.send("POST", "/podnet/reset", null).status()).isEqualTo(204);

    assertThat(client.get("/podnet/resources").json()).isEmpty();
    assertThat(client.get("/podnet/health").field("status")).isEqualTo("UP");
    assertThat(vcn("two").status()).isEqualTo(200);
  }

  private Client.Answer vcn(String name) {
    return client.post(VCNS, body("'cidrBlock':'10.0.0.0/16','displayName':'" + name + "'"));
  }
}
