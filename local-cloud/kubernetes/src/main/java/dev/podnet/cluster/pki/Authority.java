package dev.podnet.cluster.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one cluster. */
public final class Authority {
  /** Clusters live for hours; a clock that is put right must not end one. */
  private static final Duration VALID = Duration.ofDays(365);

  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Identity self;

  private Authority(Identity self) {
    this.self = self;
  }

  /** A new one, self-signed, written into a folder as {@code <name>.key} and {@code <name>.crt}. */
  public static Authority create(Path folder, String name) {
    X500Name subject = subject(name, List.of());
    KeyPair keys = KeyPairs.fresh();
    try {
      X509v3CertificateBuilder builder =
          draft(subject, subject, keys)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .addExtension(
                  Extension.keyUsage,
                  true,
                  new KeyUsage(
                      KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
      var authority =
          new Authority(new Identity(keys.getPrivate(), sign(builder, keys.getPrivate())));
      authority.self.writeTo(folder, name);
      return authority;
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one that {@link #create} has written. */
  public static Authority read(Path folder, String name) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(folder.resolve(name + ".key"))));
      byte[] certificate = Files.readAllBytes(folder.resolve(name + ".crt"));
      return new Authority(
          new Identity(
              key,
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(certificate))));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The authority " + name + " in " + folder + " is broken.", e);
    }
  }

  /** As clients need it to trust the servers of this cluster. */
  public X509Certificate certificate() {
    return self.certificate();
  }

  /** A certificate for a client. */
  public Identity client(String user, List<String> groups) {
    return issue(subject(user, groups), List.of(KeyPurposeId.id_kp_clientAuth), List.of());
  }

  /** A certificate for a server that is a client as well, as kubelets are. */
  public Identity server(String user, List<String> groups, List<String> names) {
    return issue(
        subject(user, groups),
        List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
        names);
  }

  private Identity issue(X500Name subject, List<KeyPurposeId> purposes, List<String> names) {
    KeyPair keys = KeyPairs.fresh();
    X500Name issuer =
        X500Name.getInstance(self.certificate().getSubjectX500Principal().getEncoded());
    try {
      X509v3CertificateBuilder builder =
          draft(issuer, subject, keys)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(
                names.stream().map(Authority::generalName).toArray(GeneralName[]::new)));
      }
      return new Identity(keys.getPrivate(), sign(builder, self.key()));
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509v3CertificateBuilder draft(X500Name issuer, X500Name subject, KeyPair keys) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(64, RANDOM).add(BigInteger.ONE),
        Date.from(now.minus(CLOCKS_DIFFER)),
        Date.from(now.plus(VALID)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kubernetes reads the user from CN and the groups from O. */
  private static X500Name subject(String user, List<String> groups) {
    X500NameBuilder builder = new X500NameBuilder();
    groups.forEach(group -> builder.addRDN(BCStyle.O, group));
    return builder.addRDN(BCStyle.CN, user).build();
  }

  private static GeneralName generalName(String name) {
    boolean address = name.matches("[0-9.]+") || name.contains(":");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }
}
