package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.linux.Descriptor;
import dev.podnet.linux.Errno;
import dev.podnet.linux.Socket;
import dev.podnet.netlink.Netlink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pod's network namespace, as the plugin handed it over: it, and a socket inside it. */
final class Namespace implements AutoCloseable {
  private static final Path OWN = Path.of("/proc/self/ns/net");
  private static final int NETNS = 1;
  private static final int NETLINK = 2;

  private final List<Descriptor> descriptors;
  private final Envelope envelope;
  private @Nullable Netlink netlink;

  Namespace(Envelope envelope, List<Descriptor> descriptors) {
    this.envelope = envelope;
    this.descriptors = descriptors;
  }

  boolean isThere() {
    return envelope.descriptors() == (NETNS | NETLINK) && descriptors.size() == 2;
  }

  /** Refuses what is no namespace, which the plugin could not enter, and the host's own. */
  void require() throws Refusal, IOException {
    if (!isThere()) {
      int errno = envelope.netnsErrno() != 0 ? envelope.netnsErrno() : envelope.enterErrno();
      throw new Refusal(
          CniError.NETNS,
          "CNI_NETNS names no network namespace that can be entered: " + Errno.text(errno));
    }
    if (netns().inode() == Descriptor.inode(OWN)) {
      throw new Refusal(CniError.NETNS, "CNI_NETNS is the host's own network namespace");
    }
  }

  Descriptor netns() {
    return descriptors.get(0);
  }

  /** Speaks to the pod's kernel tables, from outside. */
  Netlink netlink() throws IOException {
    if (netlink == null) {
      netlink = new Netlink(Socket.of(descriptors.get(1)));
    }
    return netlink;
  }

  /** The namespace, where there is one. */
  Optional<Namespace> optional() {
    return isThere() ? Optional.of(this) : Optional.empty();
  }

  @Override
  public void close() {
    descriptors.forEach(Descriptor::close);
  }
}
