package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Type;
import java.util.Optional;

/** An immutable class of arguments with its builder. */
final class ArgsClass {

  private final ClassName name;
  private final ClassName superclass;
  private final Properties properties;
  private final JavaTypes types;
  private final boolean json;

  private ArgsClass(
      ClassName name, ClassName superclass, Properties properties, JavaTypes types, boolean json) {
    this.name = name;
    this.superclass = superclass;
    this.properties = properties;
    this.types = types;
    this.json = json;
  }

  /** Arguments or state of a resource, or an object inside them. */
  static TypeSpec resource(ClassName name, Properties properties) {
    return new ArgsClass(name, Pulumi.RESOURCE_ARGS, properties, JavaTypes.INPUT, false).type();
  }

  /** Arguments of the provider: all that is no string travels as JSON text. */
  static TypeSpec provider(Properties properties) {
    return new ArgsClass(
            Names.PROVIDER_ARGS, Pulumi.RESOURCE_ARGS, properties, JavaTypes.INPUT, true)
        .type();
  }

  /** Arguments of a function, each an {@code Output}. */
  static TypeSpec function(ClassName name, Properties properties) {
    return new ArgsClass(name, Pulumi.INVOKE_ARGS, properties, JavaTypes.INPUT, false).type();
  }

  /** Plain arguments of a function, or an object inside them. */
  static TypeSpec plain(ClassName name, Properties properties) {
    return new ArgsClass(name, Pulumi.INVOKE_ARGS, properties, JavaTypes.PLAIN, false).type();
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name).addModifiers(PUBLIC, FINAL).superclass(superclass);
    type.addField(
        FieldSpec.builder(name, "Empty", PUBLIC, STATIC, FINAL)
            .initializer("new $T()", name)
            .build());
    for (Property property : properties) {
      type.addField(field(property)).addMethod(accessor(property));
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
    if (!properties.isEmpty()) {
      type.addMethod(copyConstructor());
    }
    ClassName builder = name.nestedClass("Builder");
    return type.addMethod(Builders.factory(builder))
        .addMethod(Builders.factoryWithDefaults(builder, name))
        .addType(new ArgsBuilder(name, properties, this::fieldType, types).type())
        .build();
  }

  private FieldSpec field(Property property) {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(Pulumi.IMPORT).addMember("name", "$S", property.name());
    if (property.required()) {
      annotation.addMember("required", "true");
    }
    if (json && property.type() != Type.Scalar.STRING) {
      annotation.addMember("json", "true");
    }
    FieldSpec.Builder field =
        FieldSpec.builder(fieldType(property), Names.member(property), PRIVATE)
            .addAnnotation(annotation.build());
    if (!property.required()) {
      field.addAnnotation(Pulumi.NULLABLE);
    }
    return field.addAnnotations(Builders.deprecation(property)).build();
  }

  private MethodSpec accessor(Property property) {
    String member = Names.member(property);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member)
            .addModifiers(PUBLIC)
            .addAnnotations(Builders.deprecation(property));
    if (property.required()) {
      return method.returns(fieldType(property)).addStatement("return this.$N", member).build();
    }
    return method
        .returns(Pulumi.optional(fieldType(property)))
        .addStatement("return $T.ofNullable(this.$N)", Optional.class, member)
        .build();
  }

  private MethodSpec copyConstructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addModifiers(PRIVATE).addParameter(name, "$");
    for (Property property : properties) {
      constructor.addStatement("this.$1N = $$.$1N", Names.member(property));
    }
    return constructor.build();
  }

  private TypeName fieldType(Property property) {
    TypeName type = types.of(property.type());
    return types == JavaTypes.PLAIN ? type : Pulumi.output(type);
  }
}
