package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.outputs.GetServicesService;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.NetworkPlan;
import java.util.List;
import java.util.Map;

/** What all parts of a network share. */
record NetworkSurroundings(
    String name,
    NetworkPlan plan,
    Output<String> vcnId,
    Output<GetServicesService> services,
    Map<String, String> tags,
    ComponentResource parent) {

  String child(String role) {
    return Names.child(name, role);
  }

  CustomResourceOptions options() {
    return Children.of(parent);
  }

  CustomResourceOptions after(List<Resource> resources) {
    return Children.of(parent, resources);
  }
}
