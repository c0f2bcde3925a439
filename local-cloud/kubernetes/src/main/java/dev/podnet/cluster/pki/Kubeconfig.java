package dev.podnet.cluster.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A file with which one identity reaches one API. Everything is inside: it may be copied. */
public final class Kubeconfig {
  private Kubeconfig() {}

  public static void write(Path file, URI server, X509Certificate authority, Identity identity) {
    Pem.write(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: podnet
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: user
          user:
            client-certificate-data: %s
            client-key-data: %s
        contexts:
        - name: podnet
          context: {cluster: podnet, user: user}
        current-context: podnet
        """
            .formatted(
                server,
                base64(Pem.of(authority)),
                base64(Pem.of(identity.certificate())),
                base64(Pem.of(identity.key()))));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }
}
