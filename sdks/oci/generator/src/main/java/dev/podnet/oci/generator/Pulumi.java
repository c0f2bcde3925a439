package dev.podnet.oci.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** Classes that generated code refers to. The generator itself needs no Pulumi SDK. */
final class Pulumi {

  static final ClassName CODEGEN = ClassName.get("com.pulumi.core.internal", "Codegen");
  static final ClassName CUSTOM_RESOURCE = ClassName.get("com.pulumi.resources", "CustomResource");
  static final ClassName CUSTOM_TYPE = ClassName.get("com.pulumi.core.annotations", "CustomType");
  static final ClassName DEPLOYMENT = ClassName.get("com.pulumi.deployment", "Deployment");
  static final ClassName EXPORT = ClassName.get("com.pulumi.core.annotations", "Export");
  static final ClassName IMPORT = ClassName.get("com.pulumi.core.annotations", "Import");
  static final ClassName INVOKE_ARGS = ClassName.get("com.pulumi.resources", "InvokeArgs");
  static final ClassName INVOKE_OPTIONS = ClassName.get("com.pulumi.deployment", "InvokeOptions");
  static final ClassName INVOKE_OUTPUT_OPTIONS =
      ClassName.get("com.pulumi.deployment", "InvokeOutputOptions");
  static final ClassName MISSING =
      ClassName.get("com.pulumi.exceptions", "MissingRequiredPropertyException");
  static final ClassName NULLABLE = ClassName.get("javax.annotation", "Nullable");
  static final ClassName OPTIONS = ClassName.get("com.pulumi.resources", "CustomResourceOptions");
  static final ClassName OUTPUT = ClassName.get("com.pulumi.core", "Output");
  static final ClassName PROVIDER_RESOURCE =
      ClassName.get("com.pulumi.resources", "ProviderResource");
  static final ClassName RESOURCE_ARGS = ClassName.get("com.pulumi.resources", "ResourceArgs");
  static final ClassName RESOURCE_TYPE =
      ClassName.get("com.pulumi.core.annotations", "ResourceType");
  static final ClassName TYPE_SHAPE = ClassName.get("com.pulumi.core", "TypeShape");

  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  private Pulumi() {}

  static TypeName output(TypeName type) {
    return ParameterizedTypeName.get(OUTPUT, type);
  }

  static TypeName optional(TypeName type) {
    return ParameterizedTypeName.get(OPTIONAL, type);
  }
}
