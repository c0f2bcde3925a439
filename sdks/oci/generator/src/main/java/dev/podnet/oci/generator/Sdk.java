package dev.podnet.oci.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.FunctionType;
import dev.podnet.oci.schema.ObjectType;
import dev.podnet.oci.schema.ResourceType;
import dev.podnet.oci.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All classes of the SDK. */
final class Sdk {

  private final Schema schema;
  private final PlainTypes plainTypes;
  private final Map<ClassName, TypeSpec> classes = new TreeMap<>();

  Sdk(Schema schema) {
    this.schema = schema;
    this.plainTypes = new PlainTypes(schema);
  }

  Collection<JavaFile> files() {
    classes.clear();
    addProvider();
    schema.resources().values().forEach(this::addResource);
    addFunctions();
    schema.types().values().forEach(this::addObject);
    List<JavaFile> files = new ArrayList<>();
    classes.forEach((name, type) -> files.add(file(name, type)));
    return files;
  }

  private static JavaFile file(ClassName name, TypeSpec type) {
    return JavaFile.builder(name.packageName(), type)
        .addFileComment("Generated from schema.json by podnet-oci-generator.")
        .skipJavaLangImports(true)
        .indent("    ")
        .build();
  }

  private void addProvider() {
    add(Names.PROVIDER_ARGS, ArgsClass.provider(schema.provider().inputs()));
    add(Names.PROVIDER, new ResourceClass(Names.PROVIDER, schema.provider()).provider());
  }

  private void addResource(ResourceType resource) {
    ClassName name = Names.resource(resource.token());
    ClassName args = Names.args(name);
    ClassName state = Names.state(name);
    add(args, ArgsClass.resource(args, resource.inputs()));
    add(state, ArgsClass.resource(state, StateProperties.of(resource)));
    add(name, new ResourceClass(name, resource).resource());
  }

  private void addFunctions() {
    Map<ClassName, List<FunctionType>> byClass = new TreeMap<>();
    for (FunctionType function : schema.functions().values()) {
      byClass
          .computeIfAbsent(Names.functions(function.token()), key -> new ArrayList<>())
          .add(function);
      ClassName args = Names.functionArgs(function.token());
      ClassName plain = Names.functionPlainArgs(function.token());
      ClassName result = Names.functionResult(function.token());
      add(args, ArgsClass.function(args, function.inputs()));
      add(plain, ArgsClass.plain(plain, function.inputs()));
      add(result, new OutputClass(result, function.outputs()).type());
    }
    byClass.forEach((name, functions) -> add(name, FunctionsClass.of(name, functions)));
  }

  private void addObject(ObjectType type) {
    if (!type.inputs().isEmpty()) {
      ClassName args = Names.inputArgs(type.name());
      add(args, ArgsClass.resource(args, type.inputs()));
    }
    if (plainTypes.contains(type.name())) {
      ClassName plain = Names.plainInput(type.name());
      add(plain, ArgsClass.plain(plain, type.inputs()));
    }
    if (!type.outputs().isEmpty()) {
      ClassName output = Names.output(type.name());
      add(output, new OutputClass(output, ObjectOutputs.of(type)).type());
    }
  }

  private void add(ClassName name, TypeSpec type) {
    if (classes.put(name, type) != null) {
      throw new IllegalStateException("Two classes are named " + name);
    }
  }
}
