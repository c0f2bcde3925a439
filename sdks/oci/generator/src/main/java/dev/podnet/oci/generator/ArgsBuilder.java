package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Type;
import java.util.Objects;
import java.util.function.Function;

/** The builder nested in a class of arguments. */
final class ArgsBuilder {

  private final ClassName args;
  private final ClassName builder;
  private final Properties properties;
  private final Function<Property, TypeName> fieldType;
  private final JavaTypes types;

  ArgsBuilder(
      ClassName args,
      Properties properties,
      Function<Property, TypeName> fieldType,
      JavaTypes types) {
    this.args = args;
    this.builder = args.nestedClass("Builder");
    this.properties = properties;
    this.fieldType = fieldType;
    this.types = types;
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addModifiers(PUBLIC, STATIC, FINAL)
            .addField(args, "$", PRIVATE)
            .addMethod(constructor())
            .addMethod(constructorWithDefaults());
    properties.forEach(property -> addSetters(type, property));
    return type.addMethod(build()).build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(PUBLIC)
        .addStatement("$$ = new $T()", args)
        .build();
  }

  private MethodSpec constructorWithDefaults() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addModifiers(PUBLIC).addParameter(args, "defaults");
    if (properties.isEmpty()) {
      constructor.addStatement("$T.requireNonNull(defaults)", Objects.class);
      return constructor.addStatement("$$ = new $T()", args).build();
    }
    return constructor
        .addStatement("$$ = new $T($T.requireNonNull(defaults))", args, Objects.class)
        .build();
  }

  private void addSetters(TypeSpec.Builder type, Property property) {
    type.addMethod(setter(property));
    if (types != JavaTypes.PLAIN) {
      type.addMethod(plainSetter(property));
    }
    if (property.type() instanceof Type.ListOf list) {
      type.addMethod(Builders.varargs(builder, property, types.of(list.element())));
    }
  }

  private MethodSpec setter(Property property) {
    return method(property)
        .addParameter(Builders.parameter(property, fieldType.apply(property)))
        .addStatement("$$.$1N = $1N", Names.member(property))
        .addStatement("return this")
        .build();
  }

  private MethodSpec plainSetter(Property property) {
    String member = Names.member(property);
    return method(property)
        .addParameter(types.of(property.type()), member)
        .addStatement("return $1N($2T.of($1N))", member, Pulumi.OUTPUT)
        .build();
  }

  private MethodSpec.Builder method(Property property) {
    return MethodSpec.methodBuilder(Names.member(property))
        .addModifiers(PUBLIC)
        .addAnnotations(Builders.deprecation(property))
        .returns(builder);
  }

  private MethodSpec build() {
    MethodSpec.Builder build = MethodSpec.methodBuilder("build").addModifiers(PUBLIC).returns(args);
    for (Property property : properties) {
      if (property.required()) {
        build
            .beginControlFlow("if ($$.$N == null)", Names.member(property))
            .addStatement(
                "throw new $T($S, $S)", Pulumi.MISSING, args.simpleName(), property.name())
            .endControlFlow();
      }
    }
    return build.addStatement("return $$").build();
  }
}
