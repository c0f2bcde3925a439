// What is extracted: data only. One more resource or function is one more line here.

/** The npm package read, and the hash of its archive: another archive is refused. */
export const PACKAGE = {
  name: '@pulumi/oci',
  version: '4.20.0',
  integrity: 'sha512-jYyIR+GeT/spFRPOCi3Kf1+YnJrRVFIbnCkFTqPg9u6gafjj2Amg5AOEx5QqWADthExu/m+prBsT6nyp9uY7jw==',
};

export const RESOURCES = {
  ContainerEngine: ['Addon', 'Cluster', 'NodePool', 'VirtualNodePool'],
  Core: [
    'DefaultDhcpOptions',
    'DefaultRouteTable',
    'DefaultSecurityList',
    'DhcpOptions',
    'Drg',
    'DrgAttachment',
    'DrgRouteTable',
    'DrgRouteTableRouteRule',
    'Instance',
    'InstanceConfiguration',
    'InstancePool',
    'InternetGateway',
    'LocalPeeringGateway',
    'NatGateway',
    'NetworkSecurityGroup',
    'NetworkSecurityGroupSecurityRule',
    'PublicIp',
    'RemotePeeringConnection',
    'RouteTable',
    'SecurityList',
    'ServiceGateway',
    'Subnet',
    'Vcn',
  ],
  Identity: ['Compartment', 'DynamicGroup', 'Policy', 'TagNamespace'],
  Logging: ['Log', 'LogGroup'],
};

export const FUNCTIONS = {
  ContainerEngine: [
    'getAddonOptions',
    'getCluster',
    'getClusterKubeConfig',
    'getClusterOption',
    'getNodePool',
    'getNodePoolOption',
  ],
  Core: ['getImages', 'getServices', 'getShapes', 'getSubnet'],
  Identity: ['getAvailabilityDomains'],
};

/**
 * TypeScript knows only `number`. These properties are floating point in the provider's own schema
 * (Double in pulumi-oci's Java sources at the release commit); every other number is an integer.
 */
export const FLOATS = {
  'ContainerEngine/GetNodePoolNodeShapeConfig': ['memoryInGbs', 'ocpus'],
  'ContainerEngine/NodePoolNodeShapeConfig': ['memoryInGbs', 'ocpus'],
  'Core/GetShapesShape': [
    'localDisksTotalSizeInGbs',
    'memoryInGbs',
    'minTotalBaselineOcpusRequired',
    'networkingBandwidthInGbps',
    'ocpus',
  ],
  'Core/GetShapesShapeMaxVnicAttachmentOption': ['defaultPerOcpu', 'max'],
  'Core/GetShapesShapeMemoryOption': [
    'defaultPerOcpuInGbs',
    'maxInGbs',
    'maxPerNumaNodeInGbs',
    'maxPerOcpuInGbs',
    'minInGbs',
    'minPerOcpuInGbs',
  ],
  'Core/GetShapesShapeNetworkingBandwidthOption': [
    'defaultPerOcpuInGbps',
    'maxInGbps',
    'minInGbps',
  ],
  'Core/GetShapesShapeOcpuOption': ['max', 'maxPerNumaNode', 'min'],
  'Core/InstanceConfigurationInstanceDetailsLaunchDetailsShapeConfig': ['memoryInGbs', 'ocpus'],
  'Core/InstanceConfigurationInstanceDetailsOptionLaunchDetailsShapeConfig': [
    'memoryInGbs',
    'ocpus',
  ],
  'Core/InstanceShapeConfig': [
    'localDisksTotalSizeInGbs',
    'memoryInGbs',
    'networkingBandwidthInGbps',
    'ocpus',
  ],
};
