package dev.podnet.cluster.pki;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Who somebody is to Kubernetes: a key, and a certificate that gives it a name and groups. */
public record Identity(PrivateKey key, X509Certificate certificate) {
  /** Writes {@code <name>.key} and {@code <name>.crt}. */
  public void writeTo(Path folder, String name) {
    Pem.write(folder.resolve(name + ".key"), Pem.of(key));
    Pem.write(folder.resolve(name + ".crt"), Pem.of(certificate));
  }
}
