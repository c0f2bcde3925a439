package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.Core.CoreFunctions;
import com.pulumi.oci.Core.inputs.GetSubnetArgs;
import com.pulumi.oci.Core.outputs.GetSubnetResult;
import dev.podnet.components.check.LaterChecks;
import dev.podnet.components.plan.NetworkPlan;
import java.util.Objects;

/** A subnet of another's: used as it is, once it is seen to be what the settings say. */
final class ExistingSubnet {
  private ExistingSubnet() {}

  static Output<String> id(
      String id, NetworkPlan.Subnet plan, Output<String> vcnId, Notes notes, InvokeOptions lookup) {
    return Output.tuple(
            CoreFunctions.getSubnet(GetSubnetArgs.builder().subnetId(id).build(), lookup), vcnId)
        .applyValue(known -> {
          Refused.unlessEmpty(LaterChecks.subnet(plan, live(known.t1), known.t2), notes);
          return id;
        });
  }

  private static LaterChecks.LiveSubnet live(GetSubnetResult subnet) {
    return new LaterChecks.LiveSubnet(
        subnet.vcnId(),
        subnet.prohibitPublicIpOnVnic() || subnet.prohibitInternetIngress(),
        // Not there for a regional one, whatever the type says.
        Objects.toString(subnet.availabilityDomain(), "").isEmpty());
  }
}
