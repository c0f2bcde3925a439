package dev.podnet.cni;

import dev.podnet.ip.Ip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a runtime asks for, checked.
 *
 * @param netns path of the pod's network namespace, as the runtime knows it; may be empty
 * @param args the pairs of CNI_ARGS
 * @param conf the configuration on stdin
 */
public record Request(
    Command command,
    String containerId,
    String ifName,
    String netns,
    Map<String, String> args,
    Map<?, ?> conf,
    String version,
    String network) {

  /** As the specification has it; the length is a file name's, which runtimes make of it. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.\\-]{0,254}");

  /** The kernel's rule: at most 15 bytes, none of them a slash, a colon or a space. */
  private static final Pattern IF_NAME = Pattern.compile("(?!\\.{1,2}$)[\\x21-\\x7e&&[^/:]]{1,15}");

  /** A request, or why it is none. */
  public sealed interface Parsed {
    record Ok(Request request) implements Parsed {}

    record Bad(CniError error) implements Parsed {}
  }

  /** An interface of a container, as GC names those that stay. */
  public record Attachment(String containerId, String ifName) {}

  /** Reads environment and configuration; {@code conf} is decoded JSON. */
  public static Parsed read(Map<String, String> environment, Map<?, ?> conf) {
    Optional<Command> command = command(environment.getOrDefault("CNI_COMMAND", ""));
    if (command.isEmpty()) {
      return bad(CniError.ENVIRONMENT, "CNI_COMMAND is not one of ADD, DEL, CHECK, GC, STATUS");
    }
    String version = Json.text(conf, "cniVersion").orElse("0.1.0");
    if (!Versions.SUPPORTED.contains(version)) {
      return bad(
          CniError.VERSION,
          "cniVersion \"" + version + "\" is not supported; " + Versions.SUPPORTED + " are");
    }
    String network = Json.text(conf, "name").orElse("");
    if (!NAME.matcher(network).matches()) {
      return bad(CniError.CONFIGURATION, "the configuration's name is missing or no name");
    }
    Command verb = command.get();
    Request request =
        new Request(
            verb,
            environment.getOrDefault("CNI_CONTAINERID", ""),
            environment.getOrDefault("CNI_IFNAME", ""),
            environment.getOrDefault("CNI_NETNS", ""),
            pairs(environment.getOrDefault("CNI_ARGS", "")),
            conf,
            version,
            network);
    Optional<String> wrong =
        verb == Command.GC || verb == Command.STATUS ? Optional.empty() : request.wrong();
    return wrong.map(text -> bad(CniError.ENVIRONMENT, text)).orElse(new Parsed.Ok(request));
  }

  private Optional<String> wrong() {
    if (!NAME.matcher(containerId).matches()) {
      return Optional.of("CNI_CONTAINERID is missing or not made of letters, digits, _, . and -");
    }
    if (!IF_NAME.matcher(ifName).matches()) {
      return Optional.of("CNI_IFNAME is missing or no name of an interface");
    }
    return netns.isEmpty() && command != Command.DEL
        ? Optional.of("CNI_NETNS is missing")
        : Optional.empty();
  }

  private static Parsed bad(int code, String message) {
    return new Parsed.Bad(new CniError(code, message));
  }

  private static Optional<Command> command(String name) {
    for (Command command : Command.values()) {
      if (command.name().equals(name)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> pairs(String args) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : args.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return pairs;
  }

  /** What the plugins before this one, or this one in an ADD before, have made. */
  public Map<?, ?> previous() {
    return Json.object(conf, "prevResult");
  }

  /** The addresses of the previous result, without their blocks' lengths. */
  public List<Ip> previousIps() {
    List<Ip> ips = new ArrayList<>();
    for (Object entry : Json.list(previous(), "ips")) {
      Json.text(Json.object(entry), "address")
          .map(text -> text.replaceFirst("/.*", ""))
          .flatMap(Ip::parse)
          .ifPresent(ips::add);
    }
    return ips;
  }

  /** What GC leaves; empty when the runtime did not say. */
  public Optional<List<Attachment>> validAttachments() {
    if (!(conf.get("cni.dev/valid-attachments") instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Attachment> attachments = new ArrayList<>();
    for (Object entry : list) {
      Map<?, ?> map = Json.object(entry);
      Json.text(map, "containerID")
          .ifPresent(
              id -> attachments.add(new Attachment(id, Json.text(map, "ifname").orElse(""))));
    }
    return Optional.of(attachments);
  }
}
