package dev.podnet.oci.generator;

import com.palantir.javapoet.ClassName;
import dev.podnet.oci.schema.Property;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of classes and members, as com.pulumi:oci has them. */
final class Names {

  static final String ROOT = "com.pulumi.oci";
  static final ClassName PROVIDER = ClassName.get(ROOT, "Provider");
  static final ClassName PROVIDER_ARGS = ClassName.get(ROOT, "ProviderArgs");
  static final ClassName UTILITIES = ClassName.get(ROOT, "Utilities");

  private static final Pattern TOKEN = Pattern.compile("oci:(\\w+)/\\w+:(\\w+)");

  private Names() {}

  static ClassName resource(String token) {
    return ClassName.get(ROOT + "." + module(token), last(token));
  }

  static ClassName args(ClassName resource) {
    return ClassName.get(resource.packageName(), resource.simpleName() + "Args");
  }

  static ClassName state(ClassName resource) {
    return ClassName.get(resource.packageName() + ".inputs", resource.simpleName() + "State");
  }

  static ClassName functions(String token) {
    return ClassName.get(ROOT + "." + module(token), module(token) + "Functions");
  }

  static String function(String token) {
    return last(token);
  }

  static ClassName functionArgs(String token) {
    return inputs(module(token), upper(last(token)) + "Args");
  }

  static ClassName functionPlainArgs(String token) {
    return inputs(module(token), upper(last(token)) + "PlainArgs");
  }

  static ClassName functionResult(String token) {
    return outputs(module(token), upper(last(token)) + "Result");
  }

  /** {@code type} is the name of an object type, e.g. {@code Core/SubnetIpv4cidr}. */
  static ClassName inputArgs(String type) {
    return inputs(before(type), after(type) + "Args");
  }

  static ClassName plainInput(String type) {
    return inputs(before(type), after(type));
  }

  static ClassName output(String type) {
    return outputs(before(type), after(type));
  }

  /** A property as the name of a field, a method or a parameter. */
  static String member(Property property) {
    String name = property.name();
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  private static ClassName inputs(String module, String name) {
    return ClassName.get(ROOT + "." + module + ".inputs", name);
  }

  private static ClassName outputs(String module, String name) {
    return ClassName.get(ROOT + "." + module + ".outputs", name);
  }

  private static String module(String token) {
    return match(token).group(1);
  }

  private static String last(String token) {
    return match(token).group(2);
  }

  private static Matcher match(String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a token of the oci provider: " + token);
    }
    return matcher;
  }

  private static String before(String type) {
    return type.substring(0, type.indexOf('/'));
  }

  private static String after(String type) {
    return type.substring(type.indexOf('/') + 1);
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
