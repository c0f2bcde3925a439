package dev.podnet.components.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.CyclingConfig.CycleMode;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.PoolConfig.NetworkLaunchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolConfigTest {
  private static final ProfileConfig PROFILE =
      new ProfileConfig(
          "x",
          "w",
          16,
          Optional.of("a"),
          List.of("n"),
          Optional.of(1),
          false,
          true,
          true,
          Map.of("z.k", "v"),
          Map.of("a", "b"));

  @Test
  void everySettingOfAPoolIsRead() {
    PoolConfig pool =
        read(
            """
            {name: p, kind: selfManaged, size: 3, shape: s, ocpus: 2, memoryGb: 16, subnet: w, compartment: c,
             image: i, imageName: n, kubernetesVersion: "v1.33.1", cni: packaged, podSubnet: q,
             maxPods: 31, podNsgs: [g], networkLaunchType: vfio, autoscaled: true, maxSize: 5, placement: [
               {availabilityDomain: 2, faultDomains: [F], capacityReservation: r, preemptible: true, subnet: w2}], interfaces: {primary: x, extra: [y]},
             cycling: {maximumSurge: "2", maximumUnavailable: "10%", cycleModes: [bootVolumeReplace]},
             eviction: {graceMinutes: 5, force: true}, tags: {t: u},
             profiles: [{name: x, subnet: w, ipCount: 16, applicationResource: a, nsgs: [n],
                         nicIndex: 1, skipSourceDestCheck: false, assignIpv6: true,
                         assignPublicIp: true, securityAttributes: {z.k: v}, tags: {a: b}}]}
            """);

    assertThat(pool)
        .isEqualTo(
            new PoolConfig(
                "p",
                Kind.SELF_MANAGED,
                3,
                "s",
                Optional.of(2),
                Optional.of(16),
                "w",
                Optional.of("c"),
                Optional.of("i"),
                Optional.of("n"),
                Optional.of("v1.33.1"),
                Cni.PACKAGED,
                List.of(PROFILE),
                Optional.of("q"),
                Optional.of(31),
                Optional.of(new InterfacesConfig(Optional.of("x"), List.of("y"))),
                List.of("g"),
                List.of(
                    new PlacementConfig(
                        2, List.of("F"), Optional.of("r"), true, Optional.of("w2"))),
                Optional.empty(),
                NetworkLaunchType.VFIO,
                true,
                Optional.of(5),
                Optional.of(new CyclingConfig("2", "10%", List.of(CycleMode.BOOT_VOLUME_REPLACE))),
                Optional.of(new EvictionConfig(5, true)),
                Map.of("t", "u")));
    assertThat(pool.most()).isEqualTo(5);
    assertThat(pool.nodes()).isEqualTo(NodeConfig.DEFAULTS);
  }

  @Test
  void everySettingOfANodeIsRead() {
    PoolConfig pool =
        read(
            """
            {name: p, size: 3, shape: s, subnet: w,
             node: {bootVolumeGb: 100, labels: {l: m}, metadata: {k: v}, sshKey: ssh-ed25519 AAAA,
                    cloudInit: [{content: "#!/bin/sh"}], legacyMetadataService: true, nsgs: [g],
                    securityAttributes: {z.k: v}}}
            """);

    assertThat(pool.nodes())
        .isEqualTo(
            new NodeConfig(
                Optional.of(100),
                Map.of("l", "m"),
                Map.of("k", "v"),
                List.of(new CloudInitPart("text/x-shellscript", "#!/bin/sh")),
                true,
                Optional.of("ssh-ed25519 AAAA"),
                List.of("g"),
                Map.of("z.k", "v")));
    assertThat(pool.most()).isEqualTo(3);
  }

  @Test
  void defaultsAreTheSafeOnes() {
    PoolConfig pool =
        read("{name: p, size: 1, shape: s, subnet: w, profiles: [{name: x, subnet: w}]}");

    assertThat(pool.networkLaunchType()).isEqualTo(NetworkLaunchType.PARAVIRTUALIZED);
    assertThat(pool.autoscaled()).isFalse();
    assertThat(pool.placement()).isEmpty();
    assertThat(pool.cycling()).isEmpty();
    assertThat(pool.nodes().legacyMetadataService()).isFalse();
    assertThat(pool.profiles().get(0).assignPublicIp()).isFalse();
    assertThat(pool.profiles().get(0).skipSourceDestCheck()).isTrue();
  }

  private static PoolConfig read(String pool) {
    return new Example().with("pools[0]", Example.yaml(pool)).config().pools().get(0);
  }
}
