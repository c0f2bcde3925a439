// Reads the network, the clusters and the node pools of a compartment through the official OCI Go SDK, unmodified, and
// prints them as one JSON object.
//
//	PODNET_API=http://127.0.0.1:4599 PODNET_COMPARTMENT=ocid1.compartment… go run .
package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/containerengine"
	"github.com/oracle/oci-go-sdk/v65/core"
)

// found is what the program prints.
type found struct {
	Vcns      []core.Vcn                 `json:"vcns"`
	Subnets   []core.Subnet              `json:"subnets"`
	Groups    []group                    `json:"networkSecurityGroups"`
	Clusters  []containerengine.Cluster  `json:"clusters"`
	NodePools []containerengine.NodePool `json:"nodePools"`
}

type group struct {
	core.NetworkSecurityGroup
	Rules []core.SecurityRule `json:"securityRules"`
}

func main() {
	result, err := read(context.Background(), os.Getenv("PODNET_API"), os.Getenv("PODNET_COMPARTMENT"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(result); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(ctx context.Context, endpoint, compartment string) (*found, error) {
	if endpoint == "" || compartment == "" {
		return nil, errors.New("set PODNET_API and PODNET_COMPARTMENT")
	}
	provider, err := throwawayProvider()
	if err != nil {
		return nil, err
	}
	network, err := core.NewVirtualNetworkClientWithConfigurationProvider(provider)
	if err != nil {
		return nil, err
	}
	engine, err := containerengine.NewContainerEngineClientWithConfigurationProvider(provider)
	if err != nil {
		return nil, err
	}
	network.Host, engine.Host = endpoint, endpoint
	result := &found{}
	if err := result.readNetwork(ctx, network, compartment); err != nil {
		return nil, err
	}
	return result, result.readClusters(ctx, engine, compartment)
}

func (f *found) readNetwork(ctx context.Context, client core.VirtualNetworkClient, compartment string) error {
	vcns, err := client.ListVcns(ctx, core.ListVcnsRequest{CompartmentId: &compartment})
	if err != nil {
		return err
	}
	f.Vcns = vcns.Items
	subnets, err := client.ListSubnets(ctx, core.ListSubnetsRequest{CompartmentId: &compartment})
	if err != nil {
		return err
	}
	f.Subnets = subnets.Items
	groups, err := client.ListNetworkSecurityGroups(ctx, core.ListNetworkSecurityGroupsRequest{CompartmentId: &compartment})
	if err != nil {
		return err
	}
	for _, each := range groups.Items {
		rules, err := allRules(ctx, client, each.Id)
		if err != nil {
			return err
		}
		f.Groups = append(f.Groups, group{each, rules})
	}
	return nil
}

// allRules follows the pages, ten rules each, as a careful client does.
func allRules(ctx context.Context, client core.VirtualNetworkClient, id *string) ([]core.SecurityRule, error) {
	var rules []core.SecurityRule
	request := core.ListNetworkSecurityGroupSecurityRulesRequest{NetworkSecurityGroupId: id, Limit: common.Int(10)}
	for {
		page, err := client.ListNetworkSecurityGroupSecurityRules(ctx, request)
		if err != nil {
			return nil, err
		}
		rules = append(rules, page.Items...)
		if page.OpcNextPage == nil {
			return rules, nil
		}
		request.Page = page.OpcNextPage
	}
}

func (f *found) readClusters(ctx context.Context, client containerengine.ContainerEngineClient, compartment string) error {
	clusters, err := client.ListClusters(ctx, containerengine.ListClustersRequest{
		CompartmentId:  &compartment,
		LifecycleState: []containerengine.ClusterLifecycleStateEnum{containerengine.ClusterLifecycleStateActive},
	})
	if err != nil {
		return err
	}
	for _, each := range clusters.Items {
		cluster, err := client.GetCluster(ctx, containerengine.GetClusterRequest{ClusterId: each.Id})
		if err != nil {
			return err
		}
		f.Clusters = append(f.Clusters, cluster.Cluster)
	}
	pools, err := client.ListNodePools(ctx, containerengine.ListNodePoolsRequest{CompartmentId: &compartment})
	if err != nil {
		return err
	}
	for _, each := range pools.Items {
		pool, err := client.GetNodePool(ctx, containerengine.GetNodePoolRequest{NodePoolId: each.Id})
		if err != nil {
			return err
		}
		f.NodePools = append(f.NodePools, pool.NodePool)
	}
	return nil
}

// throwawayProvider signs with a key that nobody keeps: a local cloud does not verify it.
func throwawayProvider() (common.ConfigurationProvider, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	block := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})
	const tenancy = "ocid1.tenancy.oc1..aaaaaaaapodnetlocalaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	const user = "ocid1.user.oc1..aaaaaaaapodnetlocalaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	return common.NewRawConfigurationProvider(
		tenancy, user, "us-ashburn-1", "20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34", string(block), nil), nil
}
