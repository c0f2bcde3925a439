package dev.podnet.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.podnet.pulumi.FakeEngine;
import dev.podnet.pulumi.PluginServer;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Language.LanguageHandshakeRequest;
import pulumirpc.Language.ProgramInfo;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeBlockingStub;

class JavaHostTest {
  @TempDir Path folder;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private PluginServer engine;
  private PluginServer server;
  private ManagedChannel channel;
  private LanguageRuntimeBlockingStub host;

  @BeforeEach
  void start() throws IOException {
    engine = PluginServer.start("engine", new Logs());
    server = PluginServer.start("java", new JavaHost("1", "", folder));
    channel =
        Grpc.newChannelBuilder("127.0.0.1:" + server.port(), InsecureChannelCredentials.create())
            .build();
    host = LanguageRuntimeGrpc.newBlockingStub(channel);
    var _ =
        host.handshake(
            LanguageHandshakeRequest.newBuilder()
                .setEngineAddress("127.0.0.1:" + engine.port())
                .build());
    jar();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
    engine.close();
  }

  @Test
  void aProgramIsToldWhatTheEngineWants() {
    RunResponse response = host.run(request("0", "program.jar"));

    assertThat(response.getError()).isEmpty();
    assertThat(response.getBail()).isFalse();
    assertThat(lines)
        .contains("INFO dry run true", "INFO settings {\"podnet:a\":\"b\"}", "INFO in " + folder);
  }

  @Test
  void aProgramThatHasSpokenForItselfIsNotSpokenFor() {
    RunResponse response = host.run(request("32", "program.jar"));

    assertThat(response.getBail()).isTrue();
    assertThat(response.getError()).isEmpty();
  }

  @Test
  void anyOtherEndIsToldWithItsCode() {
    assertThat(host.run(request("3", "program.jar")).getError())
        .startsWith("The program program.jar ended with exit code 3");
  }

  @Test
  void aMissingJarIsASentence() {
    assertThat(host.run(request("0", "none.jar")).getError())
        .contains("none.jar is not there: build it with");
  }

  @Test
  void aProjectWithoutAJarIsASentence() {
    assertThat(host.run(request("0", "")).getError()).contains("runtime.options.binary");
  }

  @Test
  void aProgramEndsWithTheCallThatRanIt() throws InterruptedException {
    Context.CancellableContext call = Context.current().withCancellation();
    Runnable run =
        () -> assertThatThrownBy(() -> host.run(request("never", "program.jar"))).isNotNull();
    Thread caller = Thread.ofVirtual().start(call.wrap(run));
    while (!"INFO waiting".equals(lines.poll(60, TimeUnit.SECONDS))) {
      assertThat(caller.isAlive()).isTrue();
    }
    ProcessHandle program = program();

    call.cancel(null);

    assertThat(program.onExit().orTimeout(60, TimeUnit.SECONDS))
        .succeedsWithin(Duration.ofMinutes(1));
    caller.join();
  }

  /** The one child of this process that runs the jar. */
  private ProcessHandle program() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
        .findFirst()
        .orElseThrow();
  }

  private RunRequest request(String end, String binary) {
    return RunRequest.newBuilder()
        .setProject("podnet")
        .setStack(end)
        .setPwd(folder.toString())
        .setDryRun(true)
        .putConfig("podnet:a", "b")
        .setInfo(
            ProgramInfo.newBuilder()
                .setRootDirectory(folder.toString())
                .setProgramDirectory(folder.toString())
                .setOptions(FakeEngine.struct(Map.of("binary", binary))))
        .build();
  }

  private void jar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TellingProgram.class.getName());
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(Objects.requireNonNull(System.getProperty("java.class.path")).split(":", -1))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(folder.resolve("program.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private final class Logs extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> caller) {
      lines.add(request.getSeverity() + " " + request.getMessage());
      caller.onNext(Empty.getDefaultInstance());
      caller.onCompleted();
    }
  }
}
