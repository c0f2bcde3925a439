package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.CoreFunctions;
import com.pulumi.oci.Core.inputs.GetSubnetArgs;
import com.pulumi.oci.Core.outputs.GetSubnetResult;
import dev.podnet.components.check.LaterChecks;
import dev.podnet.components.plan.NetworkPlan;

/** A subnet of another's: used as it is, once it is seen to be what the settings say. */
final class ExistingSubnet {
  private ExistingSubnet() {}

  static Output<String> id(String id, NetworkPlan.Subnet plan, Output<String> vcnId) {
    return Output.tuple(
            CoreFunctions.getSubnet(GetSubnetArgs.builder().subnetId(id).build()), vcnId)
        .applyValue(known -> {
          Refused.unlessEmpty(LaterChecks.subnet(plan, live(known.t1), known.t2));
          return id;
        });
  }

  private static LaterChecks.LiveSubnet live(GetSubnetResult subnet) {
    return new LaterChecks.LiveSubnet(
        subnet.vcnId(),
        subnet.prohibitPublicIpOnVnic() || subnet.prohibitInternetIngress(),
        subnet.availabilityDomain().isEmpty());
  }
}
