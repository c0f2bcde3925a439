package dev.podnet.linux;

import java.util.Map;

/** Numbers by which the kernel says why not; the same on amd64 and arm64. */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int EAGAIN = 11;
  public static final int EEXIST = 17;
  public static final int ENODEV = 19;
  public static final int EINVAL = 22;
  public static final int EADDRNOTAVAIL = 99;
  public static final int EADDRINUSE = 98;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(EPERM, "not permitted (EPERM)"),
          Map.entry(ENOENT, "no such thing (ENOENT)"),
          Map.entry(ESRCH, "not found (ESRCH)"),
          Map.entry(EINTR, "interrupted (EINTR)"),
          Map.entry(5, "input or output error (EIO)"),
          Map.entry(9, "bad descriptor (EBADF)"),
          Map.entry(EAGAIN, "no answer in time (EAGAIN)"),
          Map.entry(12, "out of memory (ENOMEM)"),
          Map.entry(13, "access denied (EACCES)"),
          Map.entry(16, "busy (EBUSY)"),
          Map.entry(EEXIST, "exists already (EEXIST)"),
          Map.entry(ENODEV, "no such device (ENODEV)"),
          Map.entry(EINVAL, "invalid argument (EINVAL)"),
          Map.entry(28, "no space left (ENOSPC)"),
          Map.entry(34, "out of range (ERANGE)"),
          Map.entry(95, "not supported (EOPNOTSUPP)"),
          Map.entry(EADDRINUSE, "address in use (EADDRINUSE)"),
          Map.entry(EADDRNOTAVAIL, "address not available (EADDRNOTAVAIL)"),
          Map.entry(100, "network is down (ENETDOWN)"),
          Map.entry(101, "network unreachable (ENETUNREACH)"),
          Map.entry(105, "no buffer space (ENOBUFS)"));

  private Errno() {}

  public static String text(int errno) {
    return NAMES.getOrDefault(errno, "errno " + errno);
  }
}
