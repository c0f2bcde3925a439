package dev.podnet.components.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterConfigTest {

  @Test
  void everySettingOfAClusterIsRead() {
    Object cluster =
        Example.yaml(
            """
            {id: ocid, api: {endpoint: private, proxyUrl: p, tokenCommand: [t], tokenFile: f},
             kubernetesVersion: "v1.34.1", type: basic, cniVersion: "3.2.0", cniAutoUpdate: true,
             cniConfiguration: {affinity: x}, multus: true, serviceMesh: true, dualStack: true,
             addons: [{name: CertManager, version: "1.2.3", configuration: {k: v}}],
             kmsKey: k, imageSigningKeys: [s], oidcDiscovery: true,
             oidc: {issuer: i, clientId: c, usernameClaim: u, usernamePrefix: up, groupsClaim: g,
                    groupsPrefix: gp, caCertificate: ca, signingAlgorithms: [RS256],
                    requiredClaims: {a: b}}}
            """);

    assertThat(new Example().with("cluster", cluster).config().cluster())
        .isEqualTo(
            new ClusterConfig(
                Optional.of("ocid"),
                Optional.of(
                    new ApiConfig(
                        Optional.of(ApiConfig.Endpoint.PRIVATE),
                        Optional.of("p"),
                        List.of("t"),
                        Optional.of("f"))),
                "v1.34.1",
                ClusterType.BASIC,
                Optional.of("3.2.0"),
                true,
                Map.of("affinity", "x"),
                List.of(new AddonConfig("CertManager", Optional.of("1.2.3"), Map.of("k", "v"))),
                true,
                true,
                true,
                Optional.of("k"),
                List.of("s"),
                Optional.of(
                    new OidcConfig(
                        "i",
                        "c",
                        Optional.of("u"),
                        Optional.of("up"),
                        Optional.of("g"),
                        Optional.of("gp"),
                        Optional.of("ca"),
                        List.of("RS256"),
                        Map.of("a", "b"))),
                true));
  }
}
