package dev.podnet.oci.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.podnet.oci.schema.Type;
import java.util.List;
import java.util.Map;

/** Java types of properties; an object type has another class in each place. */
enum JavaTypes {
  /** Inside arguments of resources: {@code …Args}, to be wrapped in {@code Output}. */
  INPUT {
    @Override
    ClassName object(String name) {
      return Names.inputArgs(name);
    }
  },
  /** Inside arguments of functions called with plain values. */
  PLAIN {
    @Override
    ClassName object(String name) {
      return Names.plainInput(name);
    }
  },
  /** Inside what a resource or a function returns. */
  OUTPUT {
    @Override
    ClassName object(String name) {
      return Names.output(name);
    }
  };

  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName MAP = ClassName.get(Map.class);
  private static final ClassName STRING = ClassName.get(String.class);

  abstract ClassName object(String name);

  TypeName of(Type type) {
    return switch (type) {
      case Type.ListOf list -> ParameterizedTypeName.get(LIST, of(list.element()));
      case Type.MapOf map -> ParameterizedTypeName.get(MAP, STRING, of(map.value()));
      case Type.ObjectRef reference -> object(reference.name());
      case Type.Scalar scalar -> scalar(scalar);
    };
  }

  private static ClassName scalar(Type.Scalar scalar) {
    return switch (scalar) {
      case STRING -> STRING;
      case INTEGER -> ClassName.get(Integer.class);
      case NUMBER -> ClassName.get(Double.class);
      case BOOLEAN -> ClassName.get(Boolean.class);
      case ANY -> ClassName.get(Object.class);
    };
  }
}
