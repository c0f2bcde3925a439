package dev.podnet.components.plan;

import dev.podnet.components.config.CyclingConfig;
import dev.podnet.components.config.EvictionConfig;
import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.PoolConfig.NetworkLaunchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pool of instances as nodes.
 *
 * @param autoscaled whether somebody else changes the size once the pool is there
 * @param placement where its nodes run; empty for every availability domain of the region
 * @param subnet the worker subnet, where a placement names none
 * @param pods how its pods get addresses
 * @param capacity how many pods that makes
 */
public record PoolPlan(
    String name,
    Kind kind,
    String compartment,
    int size,
    boolean autoscaled,
    String shape,
    Optional<Integer> ocpus,
    Optional<Integer> memoryGb,
    List<PlacementConfig> placement,
    String subnet,
    ImagePlan image,
    NodePlan node,
    NetworkLaunchType networkLaunchType,
    Cni cni,
    Pods pods,
    Optional<CyclingConfig> cycling,
    Optional<EvictionConfig> eviction,
    Map<String, String> tags,
    Capacity capacity) {

  public PoolPlan {
    placement = List.copyOf(placement);
    tags = Map.copyOf(tags);
  }

  /**
   * What every node of a pool is like.
   *
   * @param labels Kubernetes labels that it registers with, in order of their keys
   * @param metadata instance metadata, without the start-up data
   * @param cloudInit start-up data, where it needs its own; that of self-managed nodes has {@link
   *     CloudInit#ENDPOINT} and {@link CloudInit#AUTHORITY} in it, known once the cluster exists
   */
  public record NodePlan(
      Optional<Integer> bootVolumeGb,
      List<Map.Entry<String, String>> labels,
      Map<String, String> metadata,
      Optional<String> cloudInit,
      boolean legacyMetadataService,
      Optional<String> sshKey,
      List<String> nsgs,
      Map<String, String> securityAttributes) {
    public NodePlan {
      labels = List.copyOf(labels);
      metadata = Map.copyOf(metadata);
      nsgs = List.copyOf(nsgs);
      securityAttributes = Map.copyOf(securityAttributes);
    }
  }

  /** The two ways a pool can network its pods; a pool never crosses from one to the other. */
  public sealed interface Pods {
    /** VNICs as OKE makes them, in one pod subnet. */
    record Standard(String subnet, int maxPods, List<String> nsgs) implements Pods {
      public Standard {
        nsgs = List.copyOf(nsgs);
      }
    }

    /** One VNIC a node for each profile. */
    record Profiles(List<Profile> profiles) implements Pods {
      public Profiles {
        profiles = List.copyOf(profiles);
      }
    }

    /** The word that state keeps: when it changes, the pool is replaced. */
    default String mode() {
      return this instanceof Standard ? "standard" : "profiles";
    }
  }

  /** A secondary VNIC of every node. */
  public record Profile(
      String name,
      String subnet,
      int ipCount,
      Optional<String> applicationResource,
      List<String> nsgs,
      Optional<Integer> nicIndex,
      boolean skipSourceDestCheck,
      boolean assignIpv6,
      Map<String, String> securityAttributes,
      Map<String, String> tags) {
    public Profile {
      nsgs = List.copyOf(nsgs);
      securityAttributes = Map.copyOf(securityAttributes);
      tags = Map.copyOf(tags);
    }
  }

  /** True when pods must ask for an Application Resource to be scheduled on the pool's nodes. */
  public boolean isTainted() {
    return pods instanceof Pods.Profiles p
        && p.profiles().stream().anyMatch(x -> x.applicationResource().isPresent());
  }
}
