package dev.podnet.pulumi.kubernetes;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Private keys from PEM. The JDK reads PKCS#8 only; the older forms that kubeconfigs hold (PKCS#1
 * for RSA, SEC 1 for elliptic curves) are wrapped into it.
 */
final class PrivateKeys {
  private static final byte[] VERSION = hex("020100");
  private static final byte[] RSA = hex("300d06092a864886f70d0101010500");
  private static final byte[] EC = hex("06072a8648ce3d0201");

  private PrivateKeys() {}

  static PrivateKey read(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("(?s).*-----BEGIN [A-Z ]*PRIVATE KEY-----|-----END.*|\\s", "");
    byte[] der = Base64.getDecoder().decode(base64);
    byte[] pkcs8 =
        pem.contains("BEGIN RSA ")
            ? wrap(RSA, der)
            : pem.contains("BEGIN EC ") ? wrap(sequence(EC, curve(der)), der) : der;
    GeneralSecurityException last = null;
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new GeneralSecurityException("neither an RSA nor an EC nor an Ed25519 key", last);
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return sequence(VERSION, algorithm, element(0x04, key));
  }

  /** The curve's identifier: the content of the part tagged [0] after version and key. */
  private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
    int at = header(sec1, 0);
    while (at < sec1.length) {
      int content = header(sec1, at);
      int end = content + length(sec1, at);
      if ((sec1[at] & 0xff) == 0xa0) {
        return Arrays.copyOfRange(sec1, content, end);
      }
      at = end;
    }
    throw new GeneralSecurityException("the EC key does not name its curve");
  }

  private static int header(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xff);
    }
    return length;
  }

  private static byte[] sequence(byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    return element(0x30, content.toByteArray());
  }

  private static byte[] element(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
