package dev.podnet.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.Outcome.Granted;
import dev.podnet.ipam.Outcome.Reason;
import dev.podnet.ipam.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final Optional<String> FRONTEND = Optional.of("frontend");
  private static final Optional<String> NONE = Optional.empty();

  private final Pool pool = new Pool(Duration.ofSeconds(30));
  private Instant now = Instant.EPOCH;

  static Profile profile(String id, Optional<String> resource, String first, int count) {
    List<PodAddress> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      addresses.add(PodAddress.of(Ip.of(first).plus(i)));
    }
    return new Profile(id, resource, addresses);
  }

  private static Owner owner(int number) {
    return new Owner("oci", "c" + number, "eth0");
  }

  private Granted take(int owner, Optional<String> resource) {
    Outcome outcome = pool.take(owner(owner), resource, now);
    assertThat(outcome).isInstanceOf(Granted.class);
    return (Granted) outcome;
  }

  private String ip(int owner, Optional<String> resource) {
    return take(owner, resource).address().toString();
  }

  private Refused refused(int owner, Optional<String> resource) {
    return (Refused) pool.take(owner(owner), resource, now);
  }

  private void free(int owner) {
    pool.release(owner(owner)).ifPresent(address -> pool.gone(address, now));
  }

  @Test
  void addressesAreGivenInOrderAndComeBackAtTheEnd() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 3)));
    assertThat(List.of(ip(1, NONE), ip(2, NONE))).containsExactly("10.0.0.0", "10.0.0.1");

    free(1);
    now = now.plusSeconds(60);

    assertThat(List.of(ip(3, NONE), ip(4, NONE))).containsExactly("10.0.0.2", "10.0.0.0");
  }

  @Test
  void theOneThatRestedLongestIsTakenBeforeItsTimeWhenNothingElseIsLeft() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 2)));
    ip(1, NONE);
    ip(2, NONE);
    free(2);
    now = now.plusSeconds(1);
    free(1);

    Granted first = take(3, NONE);

    assertThat(first.address()).hasToString("10.0.0.1");
    assertThat(first.early()).isTrue();
  }

  @Test
  void whatIsReleasedIsNotGivenWhileItsLinkIsThere() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 1)));
    ip(1, NONE);
    pool.release(owner(1));

    assertThat(refused(2, NONE).text()).contains("1 whose links are being removed");
  }

  @Test
  void whoHasAnAddressGetsItAgain() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 2)));

    assertThat(ip(1, NONE)).isEqualTo(ip(1, NONE));
  }

  @Test
  void aPinnedPodGetsItsProfileOrNothing() {
    pool.update(
        List.of(profile("v1", FRONTEND, "10.0.1.0", 1), profile("v2", NONE, "10.0.2.0", 9)));

    assertThat(ip(1, FRONTEND)).isEqualTo("10.0.1.0");
    assertThat(refused(2, FRONTEND).reason()).isEqualTo(Reason.EXHAUSTED);
    assertThat(refused(2, FRONTEND).text())
        .isEqualTo(
            "no pod address is free: frontend has 1 addresses, 1 in use,"
                + " 0 whose links are being removed, 0 in use though no longer listed");
    assertThat(refused(3, Optional.of("other")).reason()).isEqualTo(Reason.NO_PROFILE);
    assertThat(refused(3, Optional.of("other")).text()).contains("\"other\"").contains("frontend");
  }

  @Test
  void anUnpinnedPodTakesFromTheEmptiestPinnedProfileOnlyWhenNothingElseIsLeft() {
    pool.update(
        List.of(
            profile("v1", FRONTEND, "10.0.1.0", 2),
            profile("v2", Optional.of("backend"), "10.0.2.0", 3),
            profile("v3", NONE, "10.0.3.0", 1)));

    assertThat(ip(1, NONE)).isEqualTo("10.0.3.0");
    assertThat(pool.capacity("backend")).isEqualTo(3);
    assertThat(ip(2, NONE)).isEqualTo("10.0.2.0");
    assertThat(pool.capacity("backend")).isEqualTo(2);
    ip(3, Optional.of("backend"));
    assertThat(pool.capacity("backend")).isEqualTo(2);
  }

  @Test
  void anAddressThatLeavesTheSourceStaysWithItsPodAndThenGoes() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 2)));
    ip(1, NONE);

    pool.update(List.of(profile("v1", NONE, "10.0.0.1", 1)));

    assertThat(pool.usage(now).getFirst().quarantined()).isEqualTo(1);
    assertThat(ip(1, NONE)).isEqualTo("10.0.0.0");
    free(1);
    assertThat(pool.usage(now).getFirst()).isEqualTo(new Usage("v1", NONE, 1, 0, 0, 0, 1, 0));
  }

  @Test
  void anAddressThatMovesToAnotherVnicIsNotGivenThereWhileInUse() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 1)));
    ip(1, NONE);

    pool.update(List.of(profile("v2", FRONTEND, "10.0.0.0", 1)));

    assertThat(refused(2, FRONTEND).reason()).isEqualTo(Reason.EXHAUSTED);
    free(1);
    assertThat(take(2, FRONTEND).profile()).isEqualTo("v2");
  }

  @Test
  void aProfileThatIsGoneIsNoProfile() {
    pool.update(List.of(profile("v1", FRONTEND, "10.0.0.0", 1)));
    ip(1, FRONTEND);

    pool.update(List.of());

    assertThat(refused(2, FRONTEND).reason()).isEqualTo(Reason.NO_PROFILE);
    assertThat(refused(2, NONE).reason()).isEqualTo(Reason.EXHAUSTED);
  }

  @Test
  void noVnicHasMoreThanTwoHundredAndFiftySixAddresses() {
    assertThat(profile("v1", NONE, "10.0.0.0", 256).addresses()).hasSize(256);
    assertThatThrownBy(() -> profile("v1", NONE, "10.0.0.0", 257))
        .hasMessageContaining("more than 256");
  }

  @Test
  void whatWasHeldBeforeARestartIsHeldAgainListedOrNot() {
    PodAddress address = PodAddress.of(Ip.of("10.0.0.0"));
    assertThat(pool.restore(owner(1), "v1", address, false)).isTrue();
    assertThat(pool.restore(owner(2), "v1", address, false)).isFalse();

    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 2)));

    assertThat(ip(1, NONE)).isEqualTo("10.0.0.0");
    assertThat(ip(2, NONE)).isEqualTo("10.0.0.1");
    assertThat(pool.usage(now).getFirst().quarantined()).isZero();
  }

  @Test
  void coolingGoesOnAfterARestart() {
    pool.update(List.of(profile("v1", NONE, "10.0.0.0", 2)));

    pool.cooling(PodAddress.of(Ip.of("10.0.0.0")), now);

    assertThat(ip(1, NONE)).isEqualTo("10.0.0.1");
    assertThat(take(2, NONE).early()).isTrue();
  }
}
