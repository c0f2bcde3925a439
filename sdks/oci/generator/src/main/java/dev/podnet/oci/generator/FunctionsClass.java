package dev.podnet.oci.generator;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.podnet.oci.schema.FunctionType;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The class with the functions of one module, each with and without {@code Output}. */
final class FunctionsClass {

  private final FunctionType function;
  private final ClassName result;

  private FunctionsClass(FunctionType function) {
    this.function = function;
    this.result = Names.functionResult(function.token());
  }

  static TypeSpec of(ClassName name, List<FunctionType> functions) {
    TypeSpec.Builder type = TypeSpec.classBuilder(name).addModifiers(PUBLIC, FINAL);
    functions.forEach(function -> new FunctionsClass(function).addTo(type));
    return type.build();
  }

  private void addTo(TypeSpec.Builder type) {
    Form output =
        new Form(
            Names.function(function.token()),
            Names.functionArgs(function.token()),
            Pulumi.output(result),
            "invoke");
    Form plain =
        new Form(
            output.name() + "Plain",
            Names.functionPlainArgs(function.token()),
            ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), result),
            "invokeAsync");
    if (function.inputs().required().isEmpty()) {
      type.addMethod(withoutArgs(output)).addMethod(withoutArgs(plain));
    }
    type.addMethod(withoutOptions(output))
        .addMethod(withoutOptions(plain))
        .addMethod(call(output, Pulumi.INVOKE_OPTIONS))
        .addMethod(call(output, Pulumi.INVOKE_OUTPUT_OPTIONS))
        .addMethod(call(plain, Pulumi.INVOKE_OPTIONS));
  }

  /** A function as it returns an {@code Output}, or as it returns a future. */
  private record Form(String name, ClassName args, TypeName returns, String invoke) {

    MethodSpec.Builder method() {
      return MethodSpec.methodBuilder(name).addModifiers(PUBLIC, STATIC).returns(returns);
    }
  }

  private static MethodSpec withoutArgs(Form form) {
    return form.method()
        .addStatement(
            "return $N($T.Empty, $T.Empty)", form.name(), form.args(), Pulumi.INVOKE_OPTIONS)
        .build();
  }

  private static MethodSpec withoutOptions(Form form) {
    return form.method()
        .addParameter(form.args(), "args")
        .addStatement("return $N(args, $T.Empty)", form.name(), Pulumi.INVOKE_OPTIONS)
        .build();
  }

  private MethodSpec call(Form form, ClassName options) {
    return form.method()
        .addParameter(form.args(), "args")
        .addParameter(options, "options")
        .addStatement(
            "return $T.getInstance().$N($S, $T.of($T.class), args, $T.withVersion(options))",
            Pulumi.DEPLOYMENT,
            form.invoke(),
            function.token(),
            Pulumi.TYPE_SHAPE,
            result,
            Names.UTILITIES)
        .build();
  }
}
