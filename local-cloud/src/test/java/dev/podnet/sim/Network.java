package dev.podnet.sim;

/** A VCN with the subnets that a cluster needs, and what a test makes in it. */
record Network(Client client, String vcn, String endpoint, String workers, String pods) {

  static Network create(Client client) {
    return create(client, "10.0.32.0/19");
  }

  static Network create(Client client, String podBlock) {
    String vcn =
        client.made(
            Client.CORE + "/vcns",
            "{'compartmentId':'%s','displayName':'vcn','cidrBlocks':['10.0.0.0/16'],'dnsLabel':'vcn'}"
                .formatted(Client.COMPARTMENT));
    return new Network(
        client,
        vcn,
        subnet(client, vcn, "endpoint", "10.0.0.0/29"),
        subnet(client, vcn, "workers", "10.0.1.0/24"),
        subnet(client, vcn, "pods", podBlock));
  }

  static String subnet(Client client, String vcn, String name, String block) {
    return client.made(
        Client.CORE + "/subnets",
        "{'compartmentId':'%s','vcnId':'%s','displayName':'%s','cidrBlock':'%s','prohibitPublicIpOnVnic':true}"
            .formatted(Client.COMPARTMENT, vcn, name, block));
  }

  String group(String name) {
    return client.made(
        Client.CORE + "/networkSecurityGroups",
        "{'compartmentId':'%s','vcnId':'%s','displayName':'%s'}"
            .formatted(Client.COMPARTMENT, vcn, name));
  }

  String cluster(String type) {
    return client.madeBy(
        client.post(
            Client.OKE + "/clusters",
            """
            {'name':'one','compartmentId':'%s','vcnId':'%s','kubernetesVersion':'v1.34.1','type':'%s',
             'endpointConfig':{'subnetId':'%s'},'clusterPodNetworkOptions':[{'cniType':'OCI_VCN_IP_NATIVE'}]}\
            """
                .formatted(Client.COMPARTMENT, vcn, type, endpoint)));
  }

  /** The request for a pool; {@code network} is its part about pod addresses. */
  String pool(String cluster, int size, String podOptions, String profiles) {
    return """
    {'compartmentId':'%s','clusterId':'%s','name':'pool','nodeShape':'VM.Standard.E4.Flex',
     'nodeShapeConfig':{'ocpus':4,'memoryInGBs':64},
     'nodeConfigDetails':{'size':%d,'placementConfigs':[
       {'availabilityDomain':'Uocm:US-ASHBURN-AD-1','subnetId':'%s'},
       {'availabilityDomain':'Uocm:US-ASHBURN-AD-2','subnetId':'%s'}]%s}%s}\
    """
        .formatted(Client.COMPARTMENT, cluster, size, workers, workers, podOptions, profiles);
  }

  /** A pool whose nodes have the given profiles; returns its OCID. */
  String profiledPool(String cluster, int size, String profiles) {
    return client.madeBy(
        client.post(
            Client.OKE + "/nodePools",
            pool(cluster, size, "", ",'secondaryVnics':[" + profiles + "]")));
  }

  String profile(String name, int ipCount, String more) {
    return "{'createVnicDetails':{'subnetId':'%s','displayName':'%s','ipCount':%d%s}}"
        .formatted(pods, name, ipCount, more);
  }
}
