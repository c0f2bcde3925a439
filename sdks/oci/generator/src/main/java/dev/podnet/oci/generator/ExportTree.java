package dev.podnet.oci.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * The type of an output in the notation of {@code @Export}, which survives erasure: its classes,
 * and a tree of indexes into them. {@code Map<String, String>} is {@code [0,1,1]}.
 */
final class ExportTree {

  private final List<ClassName> classes = new ArrayList<>();

  private ExportTree() {}

  static AnnotationSpec annotation(String name, TypeName type) {
    ExportTree tree = new ExportTree();
    String text = type instanceof ClassName ? "[" + tree.node(type) + "]" : tree.node(type);
    return AnnotationSpec.builder(Pulumi.EXPORT)
        .addMember("name", "$S", name)
        .addMember("refs", tree.refs())
        .addMember("tree", "$S", text)
        .build();
  }

  private String node(TypeName type) {
    if (!(type instanceof ParameterizedTypeName generic)) {
      return index((ClassName) type);
    }
    StringBuilder text = new StringBuilder("[").append(index(generic.rawType()));
    generic.typeArguments().forEach(argument -> text.append(',').append(node(argument)));
    return text.append(']').toString();
  }

  private String index(ClassName name) {
    if (!classes.contains(name)) {
      classes.add(name);
    }
    return String.valueOf(classes.indexOf(name));
  }

  private CodeBlock refs() {
    return classes.stream()
        .map(each -> CodeBlock.of("$T.class", each))
        .collect(CodeBlock.joining(", ", "{", "}"));
  }
}
