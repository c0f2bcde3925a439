package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddonTest extends WithSimulator {
  @Test
  void anEnhancedClusterHasItsAddonsChangedAndTakenAway() {
    var network = Network.create(client);
    String addons = Client.OKE + "/clusters/" + network.cluster("ENHANCED_CLUSTER") + "/addons";
    String request =
        "{'addonName':'OciVcnIpNative','configurations':[{'key':'affinity','value':'{}'}],'isOverrideExisting':%s}";

    var taken = client.post(addons, request.formatted("false"));
    client.madeBy(client.post(addons, request.formatted("true")));
    var pinned = client.put(addons + "/OciVcnIpNative", "{'version':'v3.0.0'}");

    assertThat(taken.field("code")).isEqualTo("Conflict");
    assertThat(client.finished(pinned).field("operationType")).isEqualTo("UPDATE_ADDON");
    assertThat(client.get(addons + "/OciVcnIpNative").field("currentInstalledVersion"))
        .isEqualTo("v3.0.0");
    assertThat(client.get(addons + "/OciVcnIpNative").json().path("configurations")).hasSize(1);
    client.madeBy(client.delete(addons + "/OciVcnIpNative?isRemoveExistingAddOn=true"));
    assertThat(client.get(addons + "/OciVcnIpNative").status()).isEqualTo(404);
  }

  @Test
  void aBasicClusterHasItsAddonsAsTheyAre() {
    var network = Network.create(client);
    String addons = Client.OKE + "/clusters/" + network.cluster("BASIC_CLUSTER") + "/addons";

    var answer = client.put(addons + "/OciVcnIpNative", "{'version':'v3.0.0'}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("message")).contains("ENHANCED_CLUSTER");
  }

  @Test
  void versionsAndKeysMustBeKnown() {
    var network = Network.create(client);
    String addon =
        Client.OKE + "/clusters/" + network.cluster("ENHANCED_CLUSTER") + "/addons/OciVcnIpNative";

    assertThat(client.put(addon, "{'version':'v2.2.0'}").field("message")).contains("not offered");
    assertThat(client.put(addon, "{'configurations':[{'key':'mtu','value':'1'}]}").field("message"))
        .contains("no key 'mtu'");
    assertThat(
            client
                .get(
                    Client.OKE + "/addonOptions?kubernetesVersion=v1.33.1&addonName=OciVcnIpNative")
                .json())
        .hasSize(1);
  }
}
