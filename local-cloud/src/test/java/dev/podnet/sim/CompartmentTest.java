package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompartmentTest extends WithSimulator {
  private static final String PATH = Client.CORE + "/compartments";

  @Test
  void aCompartmentIsMadeRenamedAndDeleted() {
    String id = client.made(PATH, body("'name':'one','description':'first'"));

    assertThat(client.put(PATH + "/" + id, "{'name':'two'}").field("name")).isEqualTo("two");
    assertThat(client.get("/podnet/resources").text()).contains(id).doesNotContain("podnetlocal\"");
    assertThat(client.delete(PATH + "/" + id).status()).isEqualTo(204);
    assertThat(client.get(PATH + "/" + id).field("lifecycleState")).isEqualTo("DELETED");
    assertThat(client.made(PATH, body("'name':'two','description':'again'"))).isNotEqualTo(id);
  }

  @Test
  void aCompartmentThatHoldsSomethingStays() {
    String id = client.made(PATH, body("'name':'one','description':'first'"));
    String vcn =
        client.made(
            Client.CORE + "/vcns", "{'compartmentId':'" + id + "','cidrBlocks':['10.0.0.0/16']}");

    assertThat(client.delete(PATH + "/" + id).field("message")).contains("is not empty");
    client.delete(Client.CORE + "/vcns/" + vcn);
    assertThat(client.delete(PATH + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void namesAreUniqueAmongSiblingsAndDepthIsLimited() {
    String parent = Client.COMPARTMENT;
    for (int level = 2; level <= 6; level++) {
      parent =
          client.made(
              PATH, "{'compartmentId':'%s','name':'level','description':'d'}".formatted(parent));
    }

    assertThat(
            client
                .post(PATH, "{'compartmentId':'%s','name':'x','description':'d'}".formatted(parent))
                .field("message"))
        .contains("6 levels");
    assertThat(client.post(PATH, body("'name':'level','description':'d'")).status()).isEqualTo(409);
    assertThat(client.post(PATH, body("'name':'a b','description':'d'")).status()).isEqualTo(400);
  }

  @Test
  void aTagNamespaceIsMadeRetiredAndDeleted() {
    String path = Client.CORE + "/tagNamespaces";
    String id = client.made(path, body("'name':'Team','description':'d'"));

    assertThat(client.get(path + "/" + id).json().path("isRetired").asBoolean(true)).isFalse();
    assertThat(client.post(path, body("'name':'team','description':'d'")).field("code"))
        .isEqualTo("TagNamespaceAlreadyExists");
    assertThat(client.post(path, body("'name':'oci.x','description':'d'")).status()).isEqualTo(400);
    assertThat(client.put(path + "/" + id, "{'isRetired':true}").status()).isEqualTo(200);
    assertThat(client.delete(path + "/" + id).status()).isEqualTo(204);
  }
}
