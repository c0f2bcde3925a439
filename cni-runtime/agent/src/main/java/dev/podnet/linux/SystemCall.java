package dev.podnet.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The one door to the kernel: libc's {@code syscall}. One stub is linked for all calls, and the two
 * processors differ in numbers only.
 */
final class SystemCall {
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

  static final long CLOSE = ARM ? 57 : 3;
  static final long SOCKET = ARM ? 198 : 41;
  static final long BIND = ARM ? 200 : 49;
  static final long LISTEN = ARM ? 201 : 50;
  static final long CONNECT = ARM ? 203 : 42;
  static final long ACCEPT4 = ARM ? 242 : 288;
  static final long SENDTO = ARM ? 206 : 44;
  static final long RECVFROM = ARM ? 207 : 45;
  static final long SENDMSG = ARM ? 211 : 46;
  static final long RECVMSG = ARM ? 212 : 47;
  static final long SETSOCKOPT = ARM ? 208 : 54;
  static final long GETSOCKOPT = ARM ? 209 : 55;
  static final long SHUTDOWN = ARM ? 210 : 48;
  static final long SETNS = ARM ? 268 : 308;
  static final long UNSHARE = ARM ? 97 : 272;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle CALL = link();

  /** One for each thread, because the call writes its error there. */
  private static final ThreadLocal<MemorySegment> ERROR =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

  private SystemCall() {}

  @SuppressWarnings("restricted")
  private static MethodHandle link() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  /** The call's result or, when it failed, its errno, negative. */
  static long call(long number, long a, long b, long c, long d, long e, long f) {
    MemorySegment error = ERROR.get();
    try {
      long result = (long) CALL.invokeExact(error, number, a, b, c, d, e, f);
      return result >= 0 ? result : -(int) ERRNO.get(error, 0L);
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static long call(long number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0, 0);
  }
}
