package dev.podnet.pulumi.host;

import com.google.protobuf.Empty;
import dev.podnet.pulumi.Answer;
import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Session;
import dev.podnet.pulumi.Sessions;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pulumirpc.Language.AboutRequest;
import pulumirpc.Language.AboutResponse;
import pulumirpc.Language.GetProgramDependenciesRequest;
import pulumirpc.Language.GetProgramDependenciesResponse;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.InstallDependenciesRequest;
import pulumirpc.Language.InstallDependenciesResponse;
import pulumirpc.Language.LanguageHandshakeRequest;
import pulumirpc.Language.LanguageHandshakeResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.Language.RuntimeOptionsRequest;
import pulumirpc.Language.RuntimeOptionsResponse;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeImplBase;
import pulumirpc.Plugin.PluginInfo;

/** The language host's door: one call of the engine, one answer. */
public final class JavaHost extends LanguageRuntimeImplBase {
  /** The Java SDK has told the user already what is wrong; the engine adds nothing. */
  private static final int REPORTED = 32;

  private final String version;
  private final String path;
  private final Path archives;
  private @Nullable JavaCommand java;
  private final Set<ProgramProcess> running = ConcurrentHashMap.newKeySet();

  /**
   * A host.
   *
   * @param version what to report as the plugin's version
   * @param path folders to look for {@code java} in, as in the variable PATH
   * @param archives a folder that exists, for the classes that programs have loaded
   */
  public JavaHost(String version, String path, Path archives) {
    this.version = version;
    this.path = path;
    this.archives = archives;
  }

  @Override
  public void handshake(
      LanguageHandshakeRequest request, StreamObserver<LanguageHandshakeResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().attach(request.getEngineAddress());
          return LanguageHandshakeResponse.getDefaultInstance();
        });
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> caller) {
    Answer.with(caller, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> caller) {
    Answer.with(caller, () -> run(request, Sessions.current()));
  }

  private RunResponse run(RunRequest request, Session session) {
    Program program;
    try {
      program = Program.of(request, session.engineAddress());
    } catch (Failure notBuilt) {
      return RunResponse.newBuilder().setError(notBuilt.getMessage()).build();
    }
    ProgramProcess process = ProgramProcess.start(java(), program, archives);
    running.add(process);
    int code;
    try {
      // What a program prints to stderr is no error by itself: loggers write there.
      code = process.join(line -> session.info("", line));
    } finally {
      running.remove(process);
    }
    return switch (code) {
      case 0 -> RunResponse.getDefaultInstance();
      case REPORTED -> RunResponse.newBuilder().setBail(true).build();
      default ->
          RunResponse.newBuilder()
              .setError(
                  "The program "
                      + program.jar().getFileName()
                      + " ended with exit code "
                      + code
                      + "; its own words, if any, are above.")
              .build();
    };
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().cancel();
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void getRequiredPackages(
      GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> caller) {
    // None to install: the providers that are not installed are attached by environment.
    Answer.with(caller, GetRequiredPackagesResponse::getDefaultInstance);
  }

  @Override
  public void installDependencies(
      InstallDependenciesRequest request, StreamObserver<InstallDependenciesResponse> caller) {
    // The jar brings its own; nothing to stream.
    caller.onCompleted();
  }

  @Override
  public void about(AboutRequest request, StreamObserver<AboutResponse> caller) {
    Answer.with(
        caller,
        () -> {
          JavaCommand command = java();
          return AboutResponse.newBuilder()
              .setExecutable(command.executable().toString())
              .setVersion(String.valueOf(command.version()))
              .build();
        });
  }

  @Override
  public void getProgramDependencies(
      GetProgramDependenciesRequest request,
      StreamObserver<GetProgramDependenciesResponse> caller) {
    Answer.with(caller, GetProgramDependenciesResponse::getDefaultInstance);
  }

  @Override
  public void runtimeOptionsPrompts(
      RuntimeOptionsRequest request, StreamObserver<RuntimeOptionsResponse> caller) {
    Answer.with(caller, RuntimeOptionsResponse::getDefaultInstance);
  }

  /** To ask a java for its version takes as long as a call does: once, when it is needed. */
  private synchronized JavaCommand java() {
    if (java == null) {
      java = JavaCommand.find(path);
    }
    return java;
  }

  /** Ends the programs that still run. */
  public void stop() {
    running.forEach(ProgramProcess::stop);
  }
}
