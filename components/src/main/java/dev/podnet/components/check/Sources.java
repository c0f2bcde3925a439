package dev.podnet.components.check;

/** Where limits come from. */
final class Sources {
  static final String NPN =
      "Oracle, Using the OCI VCN-Native Pod Networking CNI plugin for pod networking";
  static final String PROFILES = "Oracle, Attaching Multiple Secondary VNICs for Pod Networking";
  static final String KARPENTER = "Oracle, karpenter-provider-oci, docs/guide/faqs.md";
  static final String SHAPES = "Oracle, Compute Shapes";
  static final String NETWORK = "Oracle, Network Resource Configuration for Cluster Creation";
  static final String VCN = "Oracle, VCNs and Subnets: allowed VCN size";
  static final String NETWORK_LIMITS = "Oracle, Network Security Groups: limits";
  static final String RULES = "Oracle, Core Services API: AddSecurityRuleDetails";
  static final String IPV6 = "Oracle, OKE: IPv4 and IPv6 dual-stack clusters";
  static final String OCID = "Oracle, Resource Identifiers: syntax of OCIDs";
  static final String ADDONS = "Oracle, Configuring Cluster Add-ons";
  static final String DUAL_STACK = "Oracle, Creating Clusters with IPv4 and IPv6 addresses";
  static final String SKEW = "Kubernetes, Version Skew Policy: kubelet";
  static final String KUBERNETES = "Kubernetes, Labels and Selectors: syntax of names";
  static final String NODE_POOLS = "Oracle, Container Engine API: CreateNodePoolDetails";
  static final String BOOT_VOLUMES = "Oracle, Custom Boot Volume Sizes";
  static final String SELF_MANAGED = "Oracle, Working with Self-Managed Nodes";
  static final String VIRTUAL_NODES = "Oracle, Working with Virtual Nodes";
  static final String VIRTUAL_POLICIES = "Oracle, Required IAM Policies for Using Virtual Nodes";
  static final String VIRTUAL_NETWORK =
      "Oracle, Example Network Resource Configuration for Clusters with Virtual Nodes";

  static final String KUBECONFIG = "Kubernetes, kubeconfig (v1) reference";
  static final String UPGRADE = "Oracle, Upgrading the Kubernetes Version on Control Plane Nodes";
  static final String TRANSIT = "Oracle, Transit Routing inside a Hub VCN";
  static final String LPG = "Oracle, Associating a Route Table with an Existing LPG";
  static final String ENDPOINT = "Oracle, Container Engine API: CreateClusterEndpointConfigDetails";

  private Sources() {}
}
