// Where the comments of the npm package and the provider's behaviour differ: data only. The truth is
// the Terraform provider that 4.20.0 wraps (terraform-provider-oci 8.23.0): its ForceNew, and
// ForceNewIfChange for the cluster's endpoint subnet. By owner: a resource or an object type;
// '*' stands for all its properties.

/** Said to replace (no "(Updatable)"), in truth updated in place. */
export const UPDATES = {
  'ContainerEngine/Addon': ['overrideExisting', 'removeAddonResourcesOnDelete'],
  'ContainerEngine/Cluster': ['endpointConfig'],
  'ContainerEngine/ClusterEndpointConfig': ['isPublicIpEnabled', 'nsgIds', 'securityAttributes'],
  'ContainerEngine/ClusterOptions': ['addOns'],
  'ContainerEngine/ClusterOptionsAddOns': ['*'],
  'Core/DefaultDhcpOptions': [
    'compartmentId',
    'definedTags',
    'displayName',
    'domainNameType',
    'freeformTags',
    'options',
  ],
  'Core/DefaultDhcpOptionsOption': ['*'],
  'Core/DefaultRouteTable': [
    'compartmentId',
    'definedTags',
    'displayName',
    'freeformTags',
    'routeRules',
  ],
  'Core/DefaultRouteTableRouteRule': ['*'],
  'Core/DefaultSecurityList': [
    'compartmentId',
    'definedTags',
    'displayName',
    'egressSecurityRules',
    'freeformTags',
    'ingressSecurityRules',
  ],
  'Core/DefaultSecurityListEgressSecurityRule': ['*'],
  'Core/DefaultSecurityListEgressSecurityRuleIcmpOptions': ['*'],
  'Core/DefaultSecurityListEgressSecurityRuleTcpOptions': ['*'],
  'Core/DefaultSecurityListEgressSecurityRuleTcpOptionsSourcePortRange': ['*'],
  'Core/DefaultSecurityListEgressSecurityRuleUdpOptions': ['*'],
  'Core/DefaultSecurityListEgressSecurityRuleUdpOptionsSourcePortRange': ['*'],
  'Core/DefaultSecurityListIngressSecurityRule': ['*'],
  'Core/DefaultSecurityListIngressSecurityRuleIcmpOptions': ['*'],
  'Core/DefaultSecurityListIngressSecurityRuleTcpOptions': ['*'],
  'Core/DefaultSecurityListIngressSecurityRuleTcpOptionsSourcePortRange': ['*'],
  'Core/DefaultSecurityListIngressSecurityRuleUdpOptions': ['*'],
  'Core/DefaultSecurityListIngressSecurityRuleUdpOptionsSourcePortRange': ['*'],
  'Core/DrgRouteTableRouteRule': ['destinationType', 'nextHopDrgAttachmentId'],
  'Core/Instance': [
    'async',
    'launchVolumeAttachments',
    'preserveBootVolume',
    'preserveDataVolumesCreatedAtLaunch',
    'updateOperationConstraint',
  ],
  'Core/InstanceConfigurationInstanceDetailsLaunchDetailsAvailabilityConfig': [
    'isLiveMigrationPreferred',
  ],
  'Core/InstanceConfigurationInstanceDetailsLaunchDetailsShapeConfig': ['resourceManagement'],
  'Core/InstanceConfigurationInstanceDetailsOptionLaunchDetailsAvailabilityConfig': [
    'isLiveMigrationPreferred',
  ],
  'Core/InstanceConfigurationInstanceDetailsOptionLaunchDetailsShapeConfig': ['resourceManagement'],
  'Core/InstanceLaunchVolumeAttachment': ['*'],
  'Core/InstanceLaunchVolumeAttachmentLaunchCreateVolumeDetails': [
    'displayName',
    'kmsKeyId',
    'sizeInGbs',
    'volumeCreationType',
    'vpusPerGb',
  ],
  'Core/InstancePlatformConfig': ['configMap', 'type'],
  'Core/InstancePool': ['loadBalancers'],
  'Core/InstancePoolLoadBalancer': ['backendSetName', 'loadBalancerId', 'port', 'vnicSelection'],
  'Core/NetworkSecurityGroupSecurityRule': [
    'description',
    'destination',
    'destinationType',
    'direction',
    'icmpOptions',
    'protocol',
    'source',
    'sourceType',
    'stateless',
    'tcpOptions',
    'udpOptions',
  ],
  'Core/NetworkSecurityGroupSecurityRuleIcmpOptions': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleTcpOptions': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleTcpOptionsDestinationPortRange': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleTcpOptionsSourcePortRange': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleUdpOptions': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleUdpOptionsDestinationPortRange': ['*'],
  'Core/NetworkSecurityGroupSecurityRuleUdpOptionsSourcePortRange': ['*'],
  'Core/SecurityListEgressSecurityRuleTcpOptions': ['max', 'min'],
  'Core/SecurityListEgressSecurityRuleUdpOptions': ['max', 'min'],
  'Core/SecurityListIngressSecurityRuleTcpOptions': ['max', 'min'],
  'Core/SecurityListIngressSecurityRuleUdpOptions': ['max', 'min'],
  'Core/Subnet': ['ipv4cidrBlocks'],
  'Core/Vcn': [
    'byoipv6cidrDetails',
    'ipv6privateCidrBlocks',
    'isIpv6enabled',
    'isOracleGuaAllocationEnabled',
  ],
  'Core/VcnByoipv6cidrDetail': ['*'],
  'Identity/Compartment': ['enableDelete'],
};

/** Said to be updatable, in truth replaces. */
export const REPLACES = {
  'ContainerEngine/NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetails': ['cniType'],
  'Core/InstanceConfigurationGmcConfigs': ['compartmentId'],
  'Core/InstanceConfigurationInstanceDetailsLaunchDetails': ['platformConfig'],
  'Core/InstanceConfigurationInstanceDetailsLaunchDetailsPlatformConfig': [
    'isSymmetricMultiThreadingEnabled',
  ],
  'Core/InstanceConfigurationInstanceDetailsOptionBlockVolumeCreateDetailsBlockVolumeReplicas': [
    'displayName',
  ],
  'Core/InstanceConfigurationInstanceDetailsOptionLaunchDetails': [
    'definedTags',
    'displayName',
    'freeformTags',
  ],
  'Core/InstanceConfigurationInstanceDetailsOptionLaunchDetailsCreateVnicDetails': [
    'definedTags',
    'displayName',
    'freeformTags',
  ],
  'Core/InstanceSourceDetailsInstanceSourceImageFilterDetails': ['compartmentId'],
};

/** The replace fact of a property, corrected; remembers which rows were of use. */
export class Corrections {
  used = new Set();

  replaces(owner, property, claimed) {
    if (this.#listed(UPDATES, owner, property)) return false;
    if (this.#listed(REPLACES, owner, property)) return true;
    return claimed;
  }

  /** A row that nothing asked for names something that is gone, or misspelt. */
  expectAllUsed() {
    for (const [owner, properties] of [...Object.entries(UPDATES), ...Object.entries(REPLACES)]) {
      for (const property of properties) {
        const row = `${owner}.${property}`;
        if (!this.used.has(row)) throw new Error(`The correction of ${row} corrects nothing`);
      }
    }
  }

  #listed(rows, owner, property) {
    const row = ['*', property].find((each) => rows[owner]?.includes(each));
    if (row) this.used.add(`${owner}.${row}`);
    return row !== undefined;
  }
}
