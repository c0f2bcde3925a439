package dev.podnet.sim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What tests launch in a network: instances, alone and in pools. */
record Instances(Client client, Network network) {
  static final String FIRST_DOMAIN = "Uocm:US-ASHBURN-AD-1";
  private static final String SECOND_DOMAIN = "Uocm:US-ASHBURN-AD-2";

  String image() {
    return client
        .get(Client.CORE + "/images?compartmentId=" + PolicyTest.TENANCY)
        .json()
        .path(0)
        .path("id")
        .asText();
  }

  /** The details of a launch without place; {@code more} begins with a comma. */
  String launch(String more) {
    return """
    'compartmentId':'%s','shape':'VM.Standard.E4.Flex',
    'shapeConfig':{'ocpus':4.0,'memoryInGBs':32.0},
    'sourceDetails':{'sourceType':'image','imageId':'%s'}%s\
    """
        .formatted(Client.COMPARTMENT, image(), more);
  }

  /** The request for one instance in the workers' subnet. */
  String instance(String more) {
    return "{'availabilityDomain':'%s','createVnicDetails':{'subnetId':'%s'},%s}"
        .formatted(FIRST_DOMAIN, network.workers(), launch(more));
  }

  String configuration(String more) {
    return client.made(
        Client.CORE + "/instanceConfigurations",
        "{'compartmentId':'%s','instanceDetails':{'instanceType':'compute','launchDetails':{%s}}}"
            .formatted(Client.COMPARTMENT, launch(more)));
  }

  String pool(String configuration, int size) {
    return client.made(Client.CORE + "/instancePools", poolRequest(configuration, size));
  }

  String poolRequest(String configuration, int size) {
    return """
    {'compartmentId':'%s','displayName':'p','instanceConfigurationId':'%s','size':%d,
     'placementConfigurations':[{'availabilityDomain':'%s','primarySubnetId':'%s'},
                                {'availabilityDomain':'%s','primarySubnetId':'%s'}]}\
    """
        .formatted(
            Client.COMPARTMENT,
            configuration,
            size,
            FIRST_DOMAIN,
            network.workers(),
            SECOND_DOMAIN,
            network.workers());
  }

  /** Metadata of an instance that is to join the cluster with {@code pods} pods. */
  String joining(String cluster, int pods) {
    String endpoint =
        client
            .get(Client.OKE + "/clusters/" + cluster)
            .json()
            .path("endpoints")
            .path("privateEndpoint")
            .asText()
            .replaceFirst(":\\d+$", "");
    String script =
        "bash /etc/oke/oke-install.sh --apiserver-endpoint \"%s\" --kubelet-ca-cert \"Q0E=\" --kubelet-extra-args '--node-labels=tier=web'"
            .formatted(endpoint);
    String data = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
    return """
    ,'metadata':{'oke-native-pod-networking':'true','oke-max-pods':'%d','pod-subnets':'%s',
                 'user_data':'%s'}\
    """
        .formatted(pods, network.pods(), data);
  }
}
