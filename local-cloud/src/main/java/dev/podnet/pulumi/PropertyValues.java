package dev.podnet.pulumi;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Property values between the wire and plain Java: maps, lists, strings, numbers, booleans, {@code
 * null}, {@link Unknown} and, outward only, {@link Secret}.
 *
 * <p>Whole numbers come as {@code Long}, so that they compare equal to what JSON readers give. The
 * providers here accept neither secrets nor output values, hence none arrive; should one arrive
 * (the configuration of a provider may hold one), it is unwrapped.
 */
public final class PropertyValues {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

  private PropertyValues() {}

  /** The properties as a map in the order of their names; properties that are null are kept. */
  public static Map<String, @Nullable Object> decode(Struct struct) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    struct.getFieldsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> properties.put(field.getKey(), decode(field.getValue())));
    return properties;
  }

  /** The properties as a message. */
  public static Struct encode(Map<String, ? extends @Nullable Object> properties) {
    Struct.Builder struct = Struct.newBuilder();
    properties.forEach((name, value) -> struct.putFields(name, encode(value)));
    return struct.build();
  }

  /** True when the value, or anything inside it, is unknown. */
  public static boolean hasUnknown(@Nullable Object value) {
    return switch (value) {
      case Unknown unknown -> true;
      case Map<?, ?> map -> map.values().stream().anyMatch(PropertyValues::hasUnknown);
      case List<?> list -> list.stream().anyMatch(PropertyValues::hasUnknown);
      case null, default -> false;
    };
  }

  private static @Nullable Object decode(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> null;
      case BOOL_VALUE -> value.getBoolValue();
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRING_VALUE ->
          value.getStringValue().equals(Unknown.SENTINEL) ? Unknown.VALUE : value.getStringValue();
      case LIST_VALUE -> {
        List<@Nullable Object> list = new ArrayList<>();
        value.getListValue().getValuesList().forEach(item -> list.add(decode(item)));
        yield list;
      }
      case STRUCT_VALUE -> special(decode(value.getStructValue()));
    };
  }

  private static @Nullable Object special(Map<String, @Nullable Object> map) {
    Object signature = map.get(SIGNATURE);
    if (SECRET.equals(signature)) {
      return map.get("value");
    }
    if (OUTPUT.equals(signature)) {
      return map.containsKey("value") ? map.get("value") : Unknown.VALUE;
    }
    return map;
  }

  private static Object number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      return (long) number;
    }
    return number;
  }

  private static Value encode(@Nullable Object value) {
    Value.Builder wire = Value.newBuilder();
    return switch (value) {
      case null -> wire.setNullValue(NullValue.NULL_VALUE).build();
      case Unknown unknown -> wire.setStringValue(Unknown.SENTINEL).build();
      case Secret secret ->
          wire.setStructValue(
                  Struct.newBuilder()
                      .putFields(SIGNATURE, Value.newBuilder().setStringValue(SECRET).build())
                      .putFields("value", encode(secret.value())))
              .build();
      case Boolean flag -> wire.setBoolValue(flag).build();
      case Number number -> wire.setNumberValue(number.doubleValue()).build();
      case Map<?, ?> map -> {
        Struct.Builder struct = Struct.newBuilder();
        map.forEach((key, item) -> struct.putFields(String.valueOf(key), encode(item)));
        yield wire.setStructValue(struct).build();
      }
      case List<?> list -> {
        ListValue.Builder items = ListValue.newBuilder();
        list.forEach(item -> items.addValues(encode(item)));
        yield wire.setListValue(items).build();
      }
      default -> wire.setStringValue(value.toString()).build();
    };
  }
}
