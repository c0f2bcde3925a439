/* The kernel as this program sees it: numbers, layouts, one entry. No libc, no headers of a system:
 * what is written here is the kernel's own binary interface, which does not change. */
#ifndef PODNET_LINUX_H
#define PODNET_LINUX_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long usize;
typedef long isize;

#if defined(__x86_64__)
enum {
  SYS_read = 0, SYS_write = 1, SYS_close = 3, SYS_nanosleep = 35, SYS_getpid = 39, SYS_socket = 41,
  SYS_connect = 42, SYS_sendmsg = 46, SYS_recvmsg = 47, SYS_setsockopt = 54, SYS_fsync = 74,
  SYS_clock_gettime = 228, SYS_exit_group = 231, SYS_openat = 257, SYS_unlinkat = 263,
  SYS_setns = 308, SYS_renameat2 = 316
};
#elif defined(__aarch64__)
enum {
  SYS_unlinkat = 35, SYS_openat = 56, SYS_close = 57, SYS_read = 63, SYS_write = 64, SYS_fsync = 82,
  SYS_exit_group = 94, SYS_nanosleep = 101, SYS_clock_gettime = 113,
  SYS_getpid = 172, SYS_socket = 198, SYS_connect = 203, SYS_setsockopt = 208, SYS_sendmsg = 211,
  SYS_recvmsg = 212, SYS_setns = 268, SYS_renameat2 = 276
};
#else
#error "podnet-cni is written for amd64 and arm64"
#endif

enum { EINTR = 4, EINVAL = 22 };
enum { AF_UNIX = 1, AF_NETLINK = 16, SOCK_RAW = 3, SOCK_SEQPACKET = 5, SOCK_CLOEXEC = 02000000 };
enum { SOL_SOCKET = 1, SO_RCVTIMEO = 20, SO_SNDTIMEO = 21, SCM_RIGHTS = 1 };
enum { MSG_TRUNC = 0x20, MSG_NOSIGNAL = 0x4000, NETLINK_ROUTE = 0, CLONE_NEWNET = 0x40000000 };
enum { AT_FDCWD = -100, AT_RANDOM = 25, CLOCK_REALTIME = 0, CLOCK_MONOTONIC = 1 };
/* O_DIRECTORY differs between the two; opening a folder for reading needs no flag. */
enum { O_RDONLY = 0, O_WRONLY = 1, O_CREAT = 0100, O_EXCL = 0200, O_NONBLOCK = 04000, O_CLOEXEC = 02000000 };

struct timespec { isize seconds, nanoseconds; };
struct timeval { isize seconds, microseconds; };
struct iovec { void *base; usize length; };
struct sockaddr_un { u16 family; char path[108]; };
struct msghdr {
  void *name; u32 name_length; struct iovec *parts; usize part_count;
  void *control; usize control_length; u32 flags;
};
struct descriptors { usize length; int level, type, fds[2]; };

isize call6(isize number, isize a, isize b, isize c, isize d, isize e);
#define CALL(n, a, b, c, d, e) \
  call6((n), (isize)(a), (isize)(b), (isize)(c), (isize)(d), (isize)(e))

/* The compiler calls these by itself, so they have a C library's names. */
void *memcpy(void *to, const void *from, usize length);
void *memset(void *to, int value, usize length);

#endif
