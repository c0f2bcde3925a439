package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.ResourceType;
import java.util.List;

/** The class of a resource, or of the provider itself. */
final class ResourceClass {

  private static final ClassName STRING = ClassName.get(String.class);

  private final ClassName name;
  private final ClassName args;
  private final ResourceType resource;

  ResourceClass(ClassName name, ResourceType resource) {
    this.name = name;
    this.args = Names.args(name);
    this.resource = resource;
  }

  TypeSpec resource() {
    ClassName state = Names.state(name);
    return common(Pulumi.CUSTOM_RESOURCE, resource.token())
        .addMethod(stateConstructor(state))
        .addMethod(makeArgs())
        .addMethod(makeResourceOptions())
        .addMethod(get(state))
        .build();
  }

  TypeSpec provider() {
    return common(Pulumi.PROVIDER_RESOURCE, "oci")
        .addMethod(makeArgs())
        .addMethod(makeResourceOptions())
        .build();
  }

  /** {@code superName} is what the superclass wants to be told: the token, or the package. */
  private TypeSpec.Builder common(ClassName superclass, String superName) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(PUBLIC)
            .superclass(superclass)
            .addAnnotation(
                AnnotationSpec.builder(Pulumi.RESOURCE_TYPE)
                    .addMember("type", "$S", resource.token())
                    .build());
    for (Property property : resource.outputs()) {
      type.addField(field(property)).addMethod(accessor(property));
    }
    return type.addMethod(constructor().addStatement("this(name, $T.Empty)", args).build())
        .addMethod(
            constructor()
                .addParameter(argsParameter())
                .addStatement("this(name, args, null)")
                .build())
        .addMethod(
            constructor()
                .addParameter(argsParameter())
                .addParameter(nullable(Pulumi.OPTIONS, "options"))
                .addStatement(
                    "super($S, name, makeArgs(args, options),"
                        + " makeResourceOptions(options, $T.empty()), false)",
                    superName,
                    Pulumi.CODEGEN)
                .build());
  }

  private static FieldSpec field(Property property) {
    TypeName type = JavaTypes.OUTPUT.of(property.type());
    return FieldSpec.builder(Pulumi.output(type), Names.member(property), PRIVATE)
        .addAnnotation(ExportTree.annotation(property.name(), type))
        .addAnnotations(Builders.deprecation(property))
        .build();
  }

  private static MethodSpec accessor(Property property) {
    String member = Names.member(property);
    TypeName type = JavaTypes.OUTPUT.of(property.type());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member)
            .addModifiers(PUBLIC)
            .addAnnotations(Builders.deprecation(property));
    if (property.required()) {
      return method.returns(Pulumi.output(type)).addStatement("return this.$N", member).build();
    }
    return method
        .returns(Pulumi.output(Pulumi.optional(type)))
        .addStatement("return $T.optional(this.$N)", Pulumi.CODEGEN, member)
        .build();
  }

  private static MethodSpec.Builder constructor() {
    return MethodSpec.constructorBuilder().addModifiers(PUBLIC).addParameter(STRING, "name");
  }

  private ParameterSpec argsParameter() {
    return resource.inputs().required().isEmpty()
        ? nullable(args, "args")
        : ParameterSpec.builder(args, "args").build();
  }

  private MethodSpec stateConstructor(ClassName state) {
    return MethodSpec.constructorBuilder()
        .addModifiers(PRIVATE)
        .addParameter(STRING, "name")
        .addParameter(Pulumi.output(STRING), "id")
        .addParameter(nullable(state, "state"))
        .addParameter(nullable(Pulumi.OPTIONS, "options"))
        .addStatement(
            "super($S, name, state, makeResourceOptions(options, id), false)", resource.token())
        .build();
  }

  private MethodSpec makeArgs() {
    return MethodSpec.methodBuilder("makeArgs")
        .addModifiers(PRIVATE, STATIC)
        .addParameter(argsParameter())
        .addParameter(nullable(Pulumi.OPTIONS, "options"))
        .returns(args)
        .beginControlFlow("if (options != null && options.getUrn().isPresent())")
        .addStatement("return null")
        .endControlFlow()
        .addStatement("return args == null ? $T.Empty : args", args)
        .build();
  }

  private MethodSpec makeResourceOptions() {
    return MethodSpec.methodBuilder("makeResourceOptions")
        .addModifiers(PRIVATE, STATIC)
        .addParameter(nullable(Pulumi.OPTIONS, "options"))
        .addParameter(nullable(Pulumi.output(STRING), "id"))
        .returns(Pulumi.OPTIONS)
        .addCode("var defaultOptions = $T.builder()\n", Pulumi.OPTIONS)
        .addCode("    .version($T.getVersion())\n", Names.UTILITIES)
        .addCode(secretOutputs())
        .addCode("    .build();\n")
        .addStatement("return $T.merge(defaultOptions, options, id)", Pulumi.OPTIONS)
        .build();
  }

  private CodeBlock secretOutputs() {
    List<CodeBlock> secrets =
        resource.outputs().all().stream()
            .filter(Property::secret)
            .map(property -> CodeBlock.of("$S", property.name()))
            .toList();
    return secrets.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of(
            "    .additionalSecretOutputs($T.of($L))\n", List.class, CodeBlock.join(secrets, ", "));
  }

  private MethodSpec get(ClassName state) {
    return MethodSpec.methodBuilder("get")
        .addModifiers(PUBLIC, STATIC)
        .addParameter(STRING, "name")
        .addParameter(Pulumi.output(STRING), "id")
        .addParameter(nullable(state, "state"))
        .addParameter(nullable(Pulumi.OPTIONS, "options"))
        .returns(name)
        .addStatement("return new $T(name, id, state, options)", name)
        .build();
  }

  private static ParameterSpec nullable(TypeName type, String name) {
    return ParameterSpec.builder(type, name).addAnnotation(Pulumi.NULLABLE).build();
  }
}
