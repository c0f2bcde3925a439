package dev.podnet.pulumi.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.pulumi.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** How a kubeconfig's user proves who they are, and how its cluster does. */
final class Credentials {
  private static final char[] NO_PASSWORD = {};

  private Credentials() {}

  /** The Authorization header; empty when a certificate or nothing is used. */
  static String authorization(Kubeconfig config) {
    Map<?, ?> user = config.user();
    if (user.get("token") instanceof String token) {
      return "Bearer " + token;
    }
    if (user.get("tokenFile") instanceof String file) {
      return "Bearer " + config.file(file).strip();
    }
    if (user.get("username") instanceof String name) {
      String pair = name + ":" + user.get("password");
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
    return user.get("exec") instanceof Map<?, ?> exec ? "Bearer " + token(exec) : "";
  }

  /**
   * A command prints the token, as {@code oci ce cluster generate-token} does for real clusters.
   */
  private static String token(Map<?, ?> exec) {
    List<String> command = new ArrayList<>(List.of(String.valueOf(exec.get("command"))));
    if (exec.get("args") instanceof List<?> arguments) {
      arguments.forEach(argument -> command.add(String.valueOf(argument)));
    }
    try {
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      if (exec.get("env") instanceof List<?> variables) {
        variables.forEach(each -> {
          Map<?, ?> variable = (Map<?, ?>) each;
          builder
              .environment()
              .put(String.valueOf(variable.get("name")), String.valueOf(variable.get("value")));
        });
      }
      Process process = builder.start();
      byte[] output = process.getInputStream().readAllBytes();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new Failure(
            "The command of the kubeconfig, "
                + String.join(" ", command)
                + ", failed: run it by hand to see why.");
      }
      return new ObjectMapper().readTree(output).path("status").path("token").asText();
    } catch (IOException e) {
      throw new Failure(
          "The command of the kubeconfig, "
              + command.getFirst()
              + ", could not be run: "
              + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The command of the kubeconfig was interrupted.", e);
    }
  }

  static SSLContext tls(Kubeconfig config) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(config), trust(config), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Failure("The certificates of the kubeconfig cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] keys(Kubeconfig config)
      throws GeneralSecurityException, IOException {
    String certificate = config.pem(config.user(), "client-certificate");
    String key = config.pem(config.user(), "client-key");
    if (certificate == null || key == null) {
      return null;
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry(
        "user",
        PrivateKeys.read(key),
        NO_PASSWORD,
        certificates(certificate).toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trust(Kubeconfig config)
      throws GeneralSecurityException, IOException {
    if (config.insecure()) {
      return new TrustManager[] {new TrustAll()};
    }
    String authority = config.pem(config.cluster(), "certificate-authority");
    if (authority == null) {
      return null;
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    for (Certificate certificate : certificates(authority)) {
      store.setCertificateEntry("ca-" + store.size(), certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static List<Certificate> certificates(String pem) throws GeneralSecurityException {
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    return List.copyOf(
        Objects.requireNonNull(
            CertificateFactory.getInstance("X.509").generateCertificates(bytes)));
  }

  /** What {@code insecure-skip-tls-verify} asks for. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
