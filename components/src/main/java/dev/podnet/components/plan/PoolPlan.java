package dev.podnet.components.plan;

import dev.podnet.components.config.PoolConfig.Cni;
import java.util.List;
import java.util.Optional;

/**
 * A managed node pool.
 *
 * @param pods how its pods get addresses
 * @param cloudInit start-up script of its nodes, where they need one
 * @param capacity how many pods that makes
 */
public record PoolPlan(
    String name,
    String compartment,
    int size,
    String shape,
    Optional<Integer> ocpus,
    Optional<Integer> memoryGb,
    String subnet,
    Optional<String> image,
    Cni cni,
    Pods pods,
    Optional<String> cloudInit,
    Capacity capacity) {

  /** The two ways a pool can network its pods; a pool never crosses from one to the other. */
  public sealed interface Pods {
    /** VNICs as OKE makes them, in one pod subnet. */
    record Standard(String subnet, int maxPods) implements Pods {}

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
      List<String> nsgs) {
    public Profile {
      nsgs = List.copyOf(nsgs);
    }
  }

  /** True when pods must ask for an Application Resource to be scheduled on the pool's nodes. */
  public boolean isTainted() {
    return pods instanceof Pods.Profiles p
        && p.profiles().stream().anyMatch(x -> x.applicationResource().isPresent());
  }
}
