package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
  @TempDir Path directory;

  @Test
  void whatWasMadeIsThereAfterARestart() throws Simulator.CannotStart {
    String vcn;
    try (var first = start(0)) {
      vcn = Network.create(new Client(first.port())).vcn();
    }

    try (var second = start(0)) {
      var client = new Client(second.port());
      assertThat(client.get(Client.CORE + "/vcns/" + vcn).field("displayName")).isEqualTo("vcn");
      assertThat(client.get("/podnet/resources").json()).hasSize(7);
    }
  }

  @Test
  void aSecondSimulatorOnTheSameDirectoryIsRefused() throws Simulator.CannotStart {
    try (var first = start(0)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> start(0))
          .isInstanceOf(Simulator.CannotStart.class)
          .hasMessageContaining("Another local cloud uses");
    }
  }

  @Test
  void aPortThatIsTakenIsOneSentence(@TempDir Path other) throws Simulator.CannotStart {
    try (var first = start(0)) {
      assertThatThrownBy(() ->
              Simulator.start(SimulatorOptions.local(first.port(), other, new FakeKubernetes())))
          .isInstanceOf(Simulator.CannotStart.class)
          .hasMessageContaining("The port " + first.port());
      Simulator.start(SimulatorOptions.local(0, other, new FakeKubernetes())).close();
    }
  }

  @Test
  void aFileThatIsNoStateSaysWhatToDo() throws IOException {
    Files.writeString(directory.resolve("cloud.mv.db"), "not a store ".repeat(1000));

    assertThatThrownBy(() -> start(0))
        .isInstanceOf(Simulator.CannotStart.class)
        .hasMessageContaining("reset");
  }

  @Test
  void aStateOfAnotherVersionSaysWhatToDo() {
    try (var store = MVStore.open(directory.resolve("cloud.mv.db").toString())) {
      var strings =
          new MVMap.Builder<String, String>()
              .keyType(StringDataType.INSTANCE)
              .valueType(StringDataType.INSTANCE);
      store.openMap("meta", strings).put("version", "99");
      store.commit();
    }

    assertThatThrownBy(() -> start(0))
        .isInstanceOf(Simulator.CannotStart.class)
        .hasMessageContaining("version 99");
  }

  private Simulator start(int port) throws Simulator.CannotStart {
    return Simulator.start(
        SimulatorOptions.local(port, directory, new FakeKubernetes()).withDelayScale(0));
  }
}
