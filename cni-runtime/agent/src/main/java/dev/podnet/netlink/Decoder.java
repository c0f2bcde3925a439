package dev.podnet.netlink;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;
import dev.podnet.node.Link;
import dev.podnet.node.Route;
import dev.podnet.node.Rule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kernel's messages as values. Each method reads one body, without its head. */
final class Decoder {
  private static final int LINK_HEAD = 16;
  private static final int ROUTE_HEAD = 12;
  private static final int ADDRESS_HEAD = 8;
  private static final int TYPE_BITS = 0x3fff;

  private Decoder() {}

  static Link link(ByteBuffer body) {
    int index = body.getInt(4);
    boolean up = (body.getInt(8) & Rtnl.UP) != 0;
    Map<Integer, byte[]> attributes = attributes(body, LINK_HEAD);
    return new Link(
        index,
        text(attributes.get(Rtnl.IFLA_NAME)),
        Optional.ofNullable(attributes.get(Rtnl.IFLA_ADDRESS))
            .filter(bytes -> bytes.length == 6)
            .map(Mac::of),
        number(attributes, Rtnl.IFLA_MTU, 0),
        up,
        number(attributes, Rtnl.IFLA_GROUP, 0),
        text(attributes.get(Rtnl.IFLA_ALIAS)));
  }

  static Route route(ByteBuffer body) {
    boolean ipv6 = body.get(0) == Rtnl.INET6;
    int length = Byte.toUnsignedInt(body.get(1));
    Map<Integer, byte[]> attributes = attributes(body, ROUTE_HEAD);
    Ip destination = ip(attributes, Rtnl.RTA_DESTINATION).orElse(Ip.of(new byte[ipv6 ? 16 : 4]));
    return new Route(
        number(attributes, Rtnl.RTA_TABLE, Byte.toUnsignedInt(body.get(4))),
        Prefix.around(destination, length),
        number(attributes, Rtnl.RTA_LINK, 0),
        ip(attributes, Rtnl.RTA_GATEWAY),
        ip(attributes, Rtnl.RTA_SOURCE),
        Byte.toUnsignedInt(body.get(5)));
  }

  static Rule rule(ByteBuffer body) {
    int length = Byte.toUnsignedInt(body.get(2));
    Map<Integer, byte[]> attributes = attributes(body, ROUTE_HEAD);
    byte[] protocol = attributes.getOrDefault(Rtnl.FRA_PROTOCOL, new byte[1]);
    return new Rule(
        body.get(0) == Rtnl.INET6,
        number(attributes, Rtnl.FRA_PRIORITY, 0),
        ip(attributes, Rtnl.FRA_SOURCE).map(ip -> Prefix.around(ip, length)),
        Optional.ofNullable(attributes.get(Rtnl.FRA_ARRIVED_BY)).map(Decoder::text),
        number(attributes, Rtnl.FRA_TABLE, Byte.toUnsignedInt(body.get(4))),
        Byte.toUnsignedInt(protocol[0]));
  }

  static InterfaceAddress address(ByteBuffer body) {
    Map<Integer, byte[]> attributes = attributes(body, ADDRESS_HEAD);
    // Of a point-to-point link IFA_ADDRESS is the other end's.
    Ip ip =
        ip(attributes, Rtnl.IFA_LOCAL)
            .or(() -> ip(attributes, Rtnl.IFA_ADDRESS))
            .orElseThrow(() -> new IllegalArgumentException("an address without an address"));
    return new InterfaceAddress(
        body.getInt(4), ip, Byte.toUnsignedInt(body.get(1)), Byte.toUnsignedInt(body.get(3)));
  }

  private static Map<Integer, byte[]> attributes(ByteBuffer body, int from) {
    ByteBuffer rest = body.slice(from, body.remaining() - from).order(ByteOrder.nativeOrder());
    Map<Integer, byte[]> attributes = new HashMap<>();
    while (rest.remaining() >= 4) {
      int start = rest.position();
      int length = Short.toUnsignedInt(rest.getShort());
      int type = Short.toUnsignedInt(rest.getShort()) & TYPE_BITS;
      if (length < 4 || start + length > rest.limit()) {
        throw new IllegalArgumentException("an attribute is longer than its message");
      }
      byte[] value = new byte[length - 4];
      rest.get(value);
      attributes.put(type, value);
      rest.position(Math.min((start + length + 3) / 4 * 4, rest.limit()));
    }
    return attributes;
  }

  private static int number(Map<Integer, byte[]> attributes, int type, int otherwise) {
    byte[] value = attributes.get(type);
    return value == null || value.length != 4
        ? otherwise
        : ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
  }

  private static Optional<Ip> ip(Map<Integer, byte[]> attributes, int type) {
    return Optional.ofNullable(attributes.get(type)).map(Ip::of);
  }

  private static String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "";
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
