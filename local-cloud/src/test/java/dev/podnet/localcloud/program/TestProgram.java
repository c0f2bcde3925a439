package dev.podnet.localcloud.program;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VCN and a subnet in it; the settings say what they are called, and whether to make a mistake.
 */
public final class TestProgram {
  private TestProgram() {}

  /** The entry point. */
  public static void main(String[] args) {
    // Before the common pool is touched: on two cores the SDK would hang in it.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "4");
    Pulumi.run(context -> {
      var config = context.config();
      String compartment = config.require("compartment");
      var vcn =
          new Network(
              "oci:Core/vcn:Vcn",
              "vcn",
              new VcnArgs(
                  compartment,
                  config.get("cidr").orElse("10.0.0.0/16"),
                  config.get("name").orElse("podnet")));
      var subnet =
          new Network(
              "oci:Core/subnet:Subnet",
              "subnet",
              new SubnetArgs(compartment, vcn.id(), config.get("subnet").orElse("10.0.1.0/24")));
      context.export("vcn", vcn.id());
      context.export("subnet", subnet.id());
      context.export("state", vcn.state);
    });
  }

  /** Either resource: what is read of them is the same. */
  static final class Network extends CustomResource {
    // Set by the super constructor, from the resource's outputs.
    @Export(name = "state", refs = String.class, tree = "[0]")
    @SuppressWarnings("NullAway.Init")
    private Output<String> state;

    Network(String type, String name, ResourceArgs args) {
      super(type, name, args, CustomResourceOptions.Empty);
    }
  }

  /** Inputs of the VCN; the SDK reads the fields. */
  @SuppressWarnings("UnusedVariable")
  static final class VcnArgs extends ResourceArgs {
    @Import(name = "compartmentId")
    private final @Nullable String compartmentId;

    @Import(name = "cidrBlocks")
    private final List<String> cidrBlocks;

    @Import(name = "displayName")
    private final @Nullable String displayName;

    VcnArgs(String compartmentId, String cidr, String displayName) {
      this.compartmentId = compartmentId;
      this.cidrBlocks = List.of(cidr);
      this.displayName = displayName;
    }
  }

  /** Inputs of the subnet; the SDK reads the fields. */
  @SuppressWarnings("UnusedVariable")
  static final class SubnetArgs extends ResourceArgs {
    @Import(name = "compartmentId")
    private final @Nullable String compartmentId;

    @Import(name = "vcnId")
    private final Output<String> vcnId;

    @Import(name = "cidrBlock")
    private final @Nullable String cidrBlock;

    SubnetArgs(String compartmentId, Output<String> vcnId, String cidrBlock) {
      this.compartmentId = compartmentId;
      this.vcnId = vcnId;
      this.cidrBlock = cidrBlock;
    }
  }
}
