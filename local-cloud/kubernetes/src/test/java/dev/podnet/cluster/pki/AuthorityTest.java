package dev.podnet.cluster.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";

  @Test
  void aClientIsItsUserAndGroups(@TempDir Path folder) throws Exception {
    Authority authority = Authority.create(folder, "ca");

    X509Certificate alice = authority.client("alice", List.of("ops", "dev")).certificate();

    assertThat(alice.getSubjectX500Principal().getName()).contains("CN=alice", "O=ops", "O=dev");
    assertThat(alice.getExtendedKeyUsage()).containsExactly(CLIENT);
    assertThat(alice.getBasicConstraints()).isEqualTo(-1);
    assertThatCode(() -> alice.verify(authority.certificate().getPublicKey()))
        .doesNotThrowAnyException();
  }

  @Test
  void aServerAnswersToItsNamesAndAddresses(@TempDir Path folder) throws Exception {
    X509Certificate server =
        Authority.create(folder, "ca")
            .server("api", List.of(), List.of("localhost", "127.0.0.1", "fd00::1"))
            .certificate();

    assertThat(server.getExtendedKeyUsage()).containsExactly(SERVER, CLIENT);
    assertThat(server.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "fd00:0:0:0:0:0:0:1"));
  }

  @Test
  void oneThatIsReadAgainSignsAsBefore(@TempDir Path folder) {
    X509Certificate before = Authority.create(folder, "ca").certificate();

    X509Certificate later = Authority.read(folder, "ca").client("bob", List.of()).certificate();

    assertThatCode(() -> later.verify(before.getPublicKey())).doesNotThrowAnyException();
  }

  @Test
  void keysAreForTheirOwnerOnly(@TempDir Path folder) throws Exception {
    Authority.create(folder, "ca");

    assertThat(Files.getPosixFilePermissions(folder.resolve("ca.key")).toString())
        .doesNotContain("GROUP", "OTHERS");
  }
}
