package dev.podnet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("journal");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(Journal.Opened opened) {
    return opened.records().stream().map(r -> new String(r, StandardCharsets.UTF_8)).toList();
  }

  private void write(String... records) throws IOException {
    try (Journal journal = Journal.open(file, "boot").journal()) {
      long last = 0;
      for (String record : records) {
        last = journal.append(bytes(record));
      }
      journal.await(last);
    }
  }

  private Journal.Opened open(String bootId) throws IOException {
    Journal.Opened opened = Journal.open(file, bootId);
    opened.journal().close();
    return opened;
  }

  @Test
  void whatWasAppendedIsThereAgain() throws IOException {
    write("one", "", "three");
    write("four");

    assertThat(texts(open("boot"))).containsExactly("one", "", "three", "four");
  }

  /** The end cut at every byte: always the whole records before it, and appending goes on there. */
  @Test
  void anIncompleteEndIsCut() throws IOException {
    write("one", "two");
    long withTwo = Files.size(file);
    write("three");
    byte[] whole = Files.readAllBytes(file);

    for (int length = (int) withTwo; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(texts(open("boot"))).containsExactly("one", "two");
      write("next");
      assertThat(texts(open("boot"))).containsExactly("one", "two", "next");
    }
  }

  @Test
  void aDamagedRecordEndsWhatIsBelieved() throws IOException {
    write("one", "two", "three");
    byte[] whole = Files.readAllBytes(file);
    whole[whole.length - 12] ^= 1;
    Files.write(file, whole);

    Journal.Opened opened = open("boot");

    assertThat(texts(opened)).containsExactly("one", "two");
    assertThat(opened.note()).contains("were cut");
  }

  @Test
  void aHoleOfZeroesIsNoRecord() throws IOException {
    write("one");
    Files.write(file, new byte[4096], StandardOpenOption.APPEND);

    assertThat(texts(open("boot"))).containsExactly("one");
  }

  @Test
  void afterARebootNothingCounts() throws IOException {
    write("one");

    assertThat(open("another boot").records()).isEmpty();
    assertThat(open("another boot").note()).isEmpty();
  }

  @Test
  void aFileOfSomebodyElseIsPutAside() throws IOException {
    Files.writeString(file, "not a journal, but somebody's only copy");

    Journal.Opened opened = open("boot");

    assertThat(opened.note()).contains("is no journal of podnet; it was put aside");
    assertThat(folder.resolve("journal.aside"))
        .hasContent("not a journal, but somebody's only copy");
    write("one");
    assertThat(texts(open("boot"))).containsExactly("one");
  }

  @Test
  void aJournalThatOnlyANewerAgentReadsIsPutAside() throws IOException {
    write("one");
    byte[] bytes = Files.readAllBytes(file);
    bytes[9] = 2;
    bytes[11] = 2;
    Files.write(file, bytes);

    assertThat(open("boot").note()).contains("is of version 2, this agent reads 1");
  }

  @Test
  void aNewerJournalThatSaysItCanBeReadIsRead() throws IOException {
    write("one");
    byte[] bytes = Files.readAllBytes(file);
    bytes[9] = 2;
    Files.write(file, bytes);

    assertThat(texts(open("boot"))).containsExactly("one");
  }

  @Test
  void aRewrittenJournalHasTheNewRecordsAndGoesOn() throws IOException {
    try (Journal journal = Journal.open(file, "boot").journal()) {
      journal.append(bytes("old"));
      journal.rewrite(List.of(bytes("new")));
      journal.await(journal.append(bytes("next")));
    }

    assertThat(texts(open("boot"))).containsExactly("new", "next");
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4);
        Journal journal = Journal.open(file, "boot").journal()) {
      for (int writer = 0; writer < 4; writer++) {
        String name = "w" + writer + " ";
        writers.add(
            pool.submit(() -> {
              for (int i = 0; i < 50; i++) {
                journal.await(journal.append(bytes(name + i)));
              }
              return name;
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(texts(open("boot"))).hasSize(200).doesNotHaveDuplicates();
  }
}
