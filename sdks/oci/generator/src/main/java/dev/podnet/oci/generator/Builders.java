package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.podnet.oci.schema.Property;
import java.util.List;

/** What builders of arguments and of results share. */
final class Builders {

  private Builders() {}

  static MethodSpec factory(ClassName builder) {
    return MethodSpec.methodBuilder("builder")
        .addModifiers(PUBLIC, STATIC)
        .returns(builder)
        .addStatement("return new $T()", builder)
        .build();
  }

  static MethodSpec factoryWithDefaults(ClassName builder, ClassName defaults) {
    return MethodSpec.methodBuilder("builder")
        .addModifiers(PUBLIC, STATIC)
        .addParameter(defaults, "defaults")
        .returns(builder)
        .addStatement("return new $T(defaults)", builder)
        .build();
  }

  /** {@code list(a, b)} for {@code list(List.of(a, b))}. */
  static MethodSpec varargs(ClassName builder, Property property, TypeName element) {
    String member = Names.member(property);
    return MethodSpec.methodBuilder(member)
        .addModifiers(PUBLIC)
        .addAnnotations(deprecation(property))
        .addParameter(ArrayTypeName.of(element), member)
        .varargs()
        .returns(builder)
        .addStatement("return $1N($2T.of($1N))", member, List.class)
        .build();
  }

  static ParameterSpec parameter(Property property, TypeName type) {
    ParameterSpec.Builder parameter = ParameterSpec.builder(type, Names.member(property));
    if (!property.required()) {
      parameter.addAnnotation(Pulumi.NULLABLE);
    }
    return parameter.build();
  }

  static List<AnnotationSpec> deprecation(Property property) {
    return property.deprecated()
        ? List.of(AnnotationSpec.builder(Deprecated.class).build())
        : List.of();
  }
}
