package dev.podnet.sim.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Job;
import dev.podnet.sim.model.Resource;
import java.time.Instant;
import java.util.Map;

/** The stored form of what the state consists of. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static String of(Resource resource) {
    return write(
        Doc.of(
            "kind", resource.kind(),
            "id", resource.id(),
            "order", resource.order(),
            "version", resource.version(),
            "body", resource.body(),
            "inner", resource.inner()));
  }

  static Resource resource(Doc doc) {
    return new Resource(
        doc.need("kind"),
        doc.need("id"),
        doc.numberOr("order", 0),
        doc.numberOr("version", 0),
        doc.doc("body"),
        doc.doc("inner"));
  }

  static String of(Job job) {
    return write(
        Doc.of(
            "number", job.number(),
            "due", job.due().toString(),
            "event", job.event().name(),
            "target", job.target()));
  }

  static Job job(Doc doc) {
    return new Job(
        doc.numberOr("number", 0),
        Instant.parse(doc.need("due")),
        Event.valueOf(doc.need("event")),
        doc.need("target"));
  }

  static String of(Effect effect) {
    return write(
        Doc.of(
            "number", effect.number(),
            "action", effect.action().name(),
            "clusterId", effect.clusterId(),
            "object", effect.object()));
  }

  static Effect effect(Doc doc) {
    return new Effect(
        doc.numberOr("number", 0),
        Effect.Action.valueOf(doc.need("action")),
        doc.need("clusterId"),
        doc.doc("object").asMap());
  }

  static String write(Doc doc) {
    try {
      return MAPPER.writeValueAsString(doc.asMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON.", e);
    }
  }

  static Doc read(String text) {
    try {
      return Doc.of("it", MAPPER.readValue(text, Map.class)).doc("it");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document is not JSON.", e);
    }
  }
}
