package dev.podnet.cluster.control;

import dev.podnet.cluster.pki.Authority;
import dev.podnet.cluster.pki.Identity;
import dev.podnet.cluster.pki.KeyPairs;
import dev.podnet.cluster.pki.Kubeconfig;
import dev.podnet.cluster.pki.Pem;
import dev.podnet.cluster.process.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;

/** The keys, certificates and kubeconfigs of one cluster, in its folder. */
public final class Credentials {
  private static final String ADMINISTRATORS = "system:masters";

  private final Path folder;
  private final URI server;
  private final Authority authority;

  private Credentials(Path folder, URI server, Authority authority) {
    this.folder = folder;
    this.server = server;
    this.authority = authority;
  }

  /** Those in the folder; new ones when there are none. */
  static Credentials in(Path folder, URI server) {
    Path pki = folder.resolve("pki");
    boolean fresh = !Files.exists(folder.resolve("kubeconfig/admin"));
    try {
      Files.createDirectories(pki);
      Files.createDirectories(folder.resolve("kubeconfig"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var credentials =
        new Credentials(
            folder, server, fresh ? Authority.create(pki, "ca") : Authority.read(pki, "ca"));
    if (fresh) {
      credentials.create();
    }
    credentials.requireSameServer();
    return credentials;
  }

  /** Kept certificates and kubeconfigs name the address that the API had. */
  private void requireSameServer() {
    try {
      if (!Files.readString(kubeconfig("admin")).contains("server: " + server + "\n")) {
        throw new ClusterException(
            "The cluster in %s was at another address than %s: with and without nodes are two clusters."
                    .formatted(folder, server)
                + " Stop it without keeping its data, or name another folder.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create() {
    Path pki = folder.resolve("pki");
    String host = server.getHost();
    authority
        .server(
            "kube-apiserver",
            List.of(),
            List.of(
                "127.0.0.1",
                host,
                Arguments.API_SERVICE,
                "localhost",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local"))
        .writeTo(pki, "apiserver");
    authority
        .client("kube-apiserver-kubelet-client", List.of(ADMINISTRATORS))
        .writeTo(pki, "kubelet-client");
    // Aggregated APIs trust another authority, or any client could claim to be anybody.
    Authority.create(pki, "front-proxy-ca")
        .client("front-proxy-client", List.of())
        .writeTo(pki, "front-proxy-client");
    KeyPair accounts = KeyPairs.fresh();
    Pem.write(pki.resolve("service-accounts.key"), Pem.of(accounts.getPrivate()));
    Pem.write(pki.resolve("service-accounts.pub"), Pem.of(accounts.getPublic()));
    kubeconfig("controllers", "system:kube-controller-manager", List.of());
    kubeconfig("scheduler", "system:kube-scheduler", List.of());
    kubeconfig("proxy", "system:kube-proxy", List.of());
    kubeconfig("kwok", "kwok", List.of(ADMINISTRATORS));
    // Last: its presence says that the rest is there.
    kubeconfig("admin", "admin", List.of(ADMINISTRATORS));
  }

  /** The kubeconfig of that name. */
  public Path kubeconfig(String name) {
    return folder.resolve("kubeconfig").resolve(name);
  }

  /** Writes a kubeconfig for a user, in groups, under a name. */
  public Path kubeconfig(String name, String user, List<String> groups) {
    return kubeconfig(name, authority.client(user, groups));
  }

  /** Writes a kubeconfig for an identity of this cluster, under a name. */
  public Path kubeconfig(String name, Identity identity) {
    Kubeconfig.write(kubeconfig(name), server, authority.certificate(), identity);
    return kubeconfig(name);
  }

  public Authority authority() {
    return authority;
  }

  Path file(String name) {
    return folder.resolve("pki").resolve(name);
  }
}
