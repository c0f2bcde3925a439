package dev.podnet.sim;

import dev.podnet.sim.SdkFacts.Tag;
import dev.podnet.sim.model.Field;
import dev.podnet.sim.model.FieldType;
import dev.podnet.sim.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One request model of the SDK beside what the simulator takes in its place. */
record ModelCheck(
    String model, Map<String, Tag> theirs, Map<String, Field> ours, boolean creation) {
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "CreateInstanceDetails", "LaunchInstanceDetails",
          "CreateVnicAttachmentDetails", "AttachVnicDetails",
          "CreateDhcpOptionsDetails", "CreateDhcpDetails",
          "UpdateDhcpOptionsDetails", "UpdateDhcpDetails");

  /** The model of a kind's creation or update; empty where the SDK has none. */
  static Optional<ModelCheck> of(SdkFacts facts, Kind kind, boolean creation) {
    if (!kind.verbs().contains(creation ? "create" : "update")) {
      return Optional.empty();
    }
    String plain =
        (creation ? "Create" : "Update")
            + Character.toUpperCase(kind.name().charAt(0))
            + kind.name().substring(1)
            + "Details";
    String name = OTHER_NAMES.getOrDefault(plain, plain);
    Predicate<Field> taken = creation ? Field::creatable : Field::updatable;
    var ours =
        kind.input().values().stream()
            .filter(taken)
            .collect(Collectors.toMap(Field::name, field -> field, (one, _) -> one, TreeMap::new));
    return facts.model(name).map(theirs -> new ModelCheck(name, theirs, ours, creation));
  }

  /** Fields that the simulator refuses though the API takes them. */
  List<String> missing() {
    return theirs.keySet().stream().filter(each -> !ours.containsKey(each)).sorted().toList();
  }

  /** Fields that the simulator takes though the API does not know them. */
  List<String> invented() {
    return ours.keySet().stream().filter(each -> !theirs.containsKey(each)).toList();
  }

  /** Fields that are mandatory in one and not in the other. */
  List<String> mandatoryDiffers() {
    return creation
        ? ours.values().stream()
            .filter(each -> theirs.containsKey(each.name()))
            .filter(each -> tag(each).mandatory() != each.required())
            .map(Field::name)
            .toList()
        : List.of();
  }

  List<String> typeDiffers() {
    return ours.values().stream()
        .filter(each -> theirs.containsKey(each.name()))
        .filter(each -> !fits(each.type(), tag(each).type()))
        .map(each -> each.name() + " (" + tag(each).type() + ")")
        .toList();
  }

  int same() {
    return (int) theirs.keySet().stream().filter(ours::containsKey).count();
  }

  private Tag tag(Field field) {
    return theirs.getOrDefault(field.name(), new Tag(false, ""));
  }

  private static boolean fits(FieldType ours, String theirs) {
    return switch (ours) {
      case FieldType.Plain plain ->
          switch (plain) {
            case TEXT -> List.of("string", "SDKDate").contains(theirs) || theirs.endsWith("Enum");
            case TEXTS -> theirs.equals("list");
            case FLAG -> theirs.equals("bool");
            case INT -> theirs.equals("int");
            case NUMBER -> theirs.equals("float") || theirs.equals("int");
            case TAGS, DEFINED_TAGS -> theirs.equals("map");
            case MAP -> theirs.equals("map") || isModel(theirs);
            case ANY -> true;
          };
      case FieldType.Choice _ -> theirs.endsWith("Enum");
      case FieldType.Reference(_, var many) -> theirs.equals(many ? "list" : "string");
      case FieldType.Shape(_, var many) -> many ? theirs.equals("list") : isModel(theirs);
    };
  }

  private static boolean isModel(String type) {
    return Character.isUpperCase(type.charAt(0)) && !type.endsWith("Enum");
  }
}
