package dev.podnet.examples.bench;

import com.pulumi.Pulumi;
import com.pulumi.oci.Core.NetworkSecurityGroup;
import com.pulumi.oci.Core.NetworkSecurityGroupArgs;

/**
 * Registers as many plain resources as it is told, and nothing else: what a preview costs that has
 * no plan, no checks and no components.
 */
public final class BareResources {
  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private BareResources() {}

  public static void main(String[] args) {
    System.setProperty(POOL, "4"); // as in dev.podnet.stack.Main
    int count = Integer.parseInt(System.getenv("PODNET_BENCH_RESOURCES"));
    Pulumi.run(context -> {
      for (int i = 0; i < count; i++) {
        new NetworkSecurityGroup(
            "bare-" + i,
            NetworkSecurityGroupArgs.builder()
                .compartmentId("ocid1.compartment.oc1..bare")
                .vcnId("ocid1.vcn.oc1.iad.bare")
                .displayName("bare-" + i)
                .build());
      }
    });
  }
}
