package dev.podnet.components.resource;

import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** Options of a component's children. What else a component was given, the engine hands on. */
final class Children {
  private Children() {}

  static CustomResourceOptions of(ComponentResource parent) {
    return CustomResourceOptions.builder().parent(parent).build();
  }

  static CustomResourceOptions of(ComponentResource parent, List<Resource> after) {
    return CustomResourceOptions.builder().parent(parent).dependsOn(after).build();
  }

  /** Questions to the cloud go to the provider that the component's children have. */
  static InvokeOptions lookup(Resource parent) {
    return InvokeOptions.builder().parent(parent).build();
  }

  static ComponentResourceOptions component(ComponentResource parent) {
    return ComponentResourceOptions.builder().parent(parent).build();
  }
}
