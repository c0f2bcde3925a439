package dev.podnet.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.podnet.cni.CniError;
import dev.podnet.cni.Request;
import dev.podnet.cni.Versions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the plugin sends, as bytes; the README of {@code cni-runtime/plugin} has the format.
 *
 * @param netnsErrno why the plugin could not open the pod's namespace; 0: it could
 * @param enterErrno why it could not enter it or open a socket there; 0: it could
 */
record Envelope(int descriptors, int netnsErrno, int enterErrno, Request.Parsed request) {
  static final int PROTOCOL = 1;

  /** What the plugin sends at most. */
  static final int LIMIT = 160 * 1024;

  private static final int HEAD = 8;
  private static final int DEEPEST = 64;

  private static final JSON READER =
      JSON.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  /** The buffer is between its start and its limit. Anything may be in it. */
  static Envelope read(ByteBuffer message) {
    ByteBuffer bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < HEAD) {
      return bad(0, CniError.DECODE, "a message of " + bytes.remaining() + " bytes is no request");
    }
    int version = Byte.toUnsignedInt(bytes.get());
    int descriptors = Byte.toUnsignedInt(bytes.get());
    int netnsErrno = Byte.toUnsignedInt(bytes.get());
    int enterErrno = Byte.toUnsignedInt(bytes.get());
    int length = bytes.getInt();
    if (version != PROTOCOL) {
      return bad(
          descriptors,
          CniError.LATER,
          "the plugin speaks version " + version + " of the protocol, this agent version 1");
    }
    if (length < 0 || length > bytes.remaining()) {
      return bad(descriptors, CniError.DECODE, "the request's environment is longer than itself");
    }
    Map<String, String> environment = environment(text(bytes, length));
    try {
      Map<?, ?> conf = READER.mapFrom(text(bytes, bytes.remaining()));
      return new Envelope(descriptors, netnsErrno, enterErrno, Request.read(environment, conf));
    } catch (IOException e) {
      return bad(
          descriptors,
          CniError.DECODE,
          "the configuration on stdin is not JSON: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> environment(String entries) {
    Map<String, String> environment = new HashMap<>();
    for (String entry : entries.split("\0", -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        environment.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return environment;
  }

  private static Envelope bad(int descriptors, int code, String text) {
    return new Envelope(descriptors, 0, 0, new Request.Parsed.Bad(new CniError(code, text)));
  }

  /** The reply's bytes. */
  static ByteBuffer reply(Reply reply, ByteBuffer into) throws IOException {
    byte[] text = reply.json().isEmpty() ? new byte[0] : JSON.std.asBytes(reply.json());
    into.clear();
    into.put((byte) PROTOCOL).put((byte) reply.code());
    into.put(text, 0, Math.min(text.length, into.remaining()));
    return into.flip();
  }

  /** The version in which an error to this request is told. */
  String version() {
    return request instanceof Request.Parsed.Ok ok ? ok.request().version() : Versions.NEWEST;
  }
}
