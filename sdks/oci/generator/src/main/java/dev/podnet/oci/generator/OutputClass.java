package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A result of a function or an object inside outputs. Pulumi fills it through its builder. */
final class OutputClass {

  private final ClassName name;
  private final ClassName builder;
  private final Properties properties;

  OutputClass(ClassName name, Properties properties) {
    this.name = name;
    this.builder = name.nestedClass("Builder");
    this.properties = properties;
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(PUBLIC, FINAL)
            .addAnnotation(Pulumi.CUSTOM_TYPE)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
    for (Property property : properties) {
      type.addField(field(property)).addMethod(accessor(property));
    }
    return type.addMethod(Builders.factory(builder))
        .addMethod(Builders.factoryWithDefaults(builder, name))
        .addType(builderType())
        .build();
  }

  private static FieldSpec field(Property property) {
    FieldSpec.Builder field = FieldSpec.builder(type(property), Names.member(property), PRIVATE);
    if (!property.required()) {
      field.addAnnotation(Pulumi.NULLABLE);
    }
    return field.build();
  }

  /** What may be missing comes as an {@code Optional}, a collection as an empty one. */
  private static MethodSpec accessor(Property property) {
    String member = Names.member(property);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member)
            .addModifiers(PUBLIC)
            .addAnnotations(Builders.deprecation(property));
    if (property.required()) {
      return method.returns(type(property)).addStatement("return this.$N", member).build();
    }
    Class<?> collection =
        switch (property.type()) {
          case Type.ListOf ignored -> List.class;
          case Type.MapOf ignored -> Map.class;
          default -> Optional.class;
        };
    if (collection == Optional.class) {
      return method
          .returns(Pulumi.optional(type(property)))
          .addStatement("return $T.ofNullable(this.$N)", collection, member)
          .build();
    }
    return method
        .returns(type(property))
        .addStatement("return this.$1N == null ? $2T.of() : this.$1N", member, collection)
        .build();
  }

  private TypeSpec builderType() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addModifiers(PUBLIC, STATIC, FINAL)
            .addAnnotation(Pulumi.CUSTOM_TYPE.nestedClass("Builder"))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(PUBLIC).build())
            .addMethod(constructorWithDefaults());
    for (Property property : properties) {
      type.addField(field(property)).addMethod(setter(property));
      if (property.type() instanceof Type.ListOf list) {
        type.addMethod(Builders.varargs(builder, property, JavaTypes.OUTPUT.of(list.element())));
      }
    }
    return type.addMethod(build()).build();
  }

  private MethodSpec constructorWithDefaults() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(PUBLIC)
            .addParameter(name, "defaults")
            .addStatement("$T.requireNonNull(defaults)", Objects.class);
    for (Property property : properties) {
      constructor.addStatement("this.$1N = defaults.$1N", Names.member(property));
    }
    return constructor.build();
  }

  private MethodSpec setter(Property property) {
    String member = Names.member(property);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member)
            .addModifiers(PUBLIC)
            .addAnnotation(Pulumi.CUSTOM_TYPE.nestedClass("Setter"))
            .addParameter(Builders.parameter(property, type(property)))
            .returns(builder);
    if (property.required()) {
      method
          .beginControlFlow("if ($N == null)", member)
          .addStatement("throw new $T($S, $S)", Pulumi.MISSING, name.simpleName(), property.name())
          .endControlFlow();
    }
    return method.addStatement("this.$1N = $1N", member).addStatement("return this").build();
  }

  private MethodSpec build() {
    MethodSpec.Builder build =
        MethodSpec.methodBuilder("build")
            .addModifiers(PUBLIC)
            .returns(name)
            .addStatement("final var _resultValue = new $T()", name);
    for (Property property : properties) {
      build.addStatement("_resultValue.$1N = $1N", Names.member(property));
    }
    return build.addStatement("return _resultValue").build();
  }

  private static TypeName type(Property property) {
    return JavaTypes.OUTPUT.of(property.type());
  }
}
