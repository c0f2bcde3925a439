/* podnet-cni: the executable in /opt/cni/bin. It hands what the runtime gave it to the agent and prints what the agent
 * answers; it understands nothing of it. See ../../../README.md for the protocol.
 *
 * Alone it does three things: it answers VERSION, it waits for an agent that is away and says so in the end, and it
 * keeps a DEL on disk for the agent to do later. */
#include "linux.h"

enum { PROTOCOL = 1, HEAD = 8, REQUEST_LIMIT = 160 * 1024, REPLY_LIMIT = 64 * 1024, PATH_LIMIT = 108 };
enum { CODE_ENVIRONMENT = 4, CODE_IO = 5, CODE_DECODE = 6, CODE_LATER = 11, CODE_UNAVAILABLE = 50 };
enum { RETRY_NANOSECONDS = 5 * 1000 * 1000, MILLIONTH = 1000 * 1000 };
enum verb { ADD, DEL, CHECK, GC, STATUS, VERSION, UNKNOWN };

int run(char **environment);

/* Head of a request: version, descriptors that follow (bit 0 netns, bit 1 netlink), errno of opening the netns, errno
 * of entering it, length of the environment (little endian). Then CNI_* entries, each ended by 0; then stdin. */
static u8 request[REQUEST_LIMIT];
static usize request_length = HEAD;
/* Head of a reply: version, exit code. Then the text. These two bytes stay as they are in every version. */
static u8 reply[REPLY_LIMIT];
static int netns = -1, netlink = -1;

static usize length_of(const char *text) {
  usize length = 0;
  while (text[length]) length++;
  return length;
}

/* The value when the entry is name=value, or 0. The name comes with its "=". */
static const char *value_of(const char *entry, const char *name) {
  while (*name && *entry == *name) entry++, name++;
  return *name ? 0 : entry;
}

static const char *find(char **environment, const char *name, const char *otherwise) {
  for (; *environment; environment++) {
    const char *value = value_of(*environment, name);
    if (value) return value;
  }
  return otherwise;
}

static enum verb verb_of(const char *command) {
  static const char names[][8] = {"ADD", "DEL", "CHECK", "GC", "STATUS", "VERSION"};
  for (int verb = ADD; verb < UNKNOWN; verb++) {
    const char *rest = value_of(command, names[verb]);
    if (rest && !*rest) return (enum verb)verb;
  }
  return UNKNOWN;
}

static isize milliseconds(void) {
  struct timespec now = {0, 0};
  CALL(SYS_clock_gettime, CLOCK_MONOTONIC, &now, 0, 0, 0);
  return now.seconds * 1000 + now.nanoseconds / MILLIONTH;
}

static int write_all(int fd, const u8 *bytes, usize length) {
  while (length) {
    isize written = CALL(SYS_write, fd, bytes, length, 0, 0);
    if (written == -EINTR) continue;
    if (written <= 0) return 0;
    bytes += written, length -= (usize)written;
  }
  return 1;
}

static void print(const char *text) { write_all(1, (const u8 *)text, length_of(text)); }

static int fail(int code, const char *number, const char *message) {
  print("{\"cniVersion\":\"1.1.0\",\"code\":");
  print(number);
  print(",\"msg\":\"podnet-cni: ");
  print(message);
  print("\"}\n");
  return code;
}

/* Room for what is added, or 0. */
static int append(const void *bytes, usize length) {
  if (length > REQUEST_LIMIT - request_length) return 0;
  memcpy(request + request_length, bytes, length);
  request_length += length;
  return 1;
}

static int append_environment(char **environment) {
  for (; *environment; environment++) {
    if (value_of(*environment, "CNI_") && !append(*environment, length_of(*environment) + 1)) return 0;
  }
  u32 length = (u32)(request_length - HEAD);
  memcpy(request + 4, &length, sizeof length);
  return 1;
}

/* 1 when all of it was read, 0 when it is too long, -1 when it cannot be read. */
static int append_stdin(void) {
  for (;;) {
    u8 more;
    usize room = REQUEST_LIMIT - request_length;
    isize got = CALL(SYS_read, 0, room ? request + request_length : &more, room ? room : 1, 0, 0);
    if (got == -EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) return 1;
    if (!room) return 0;
    request_length += (usize)got;
  }
}

/* The agent may neither see the pod's netns by path nor enter it: both are done here, as the runtime's root. */
static void open_netns(const char *path) {
  /* Not blocking: what the path names may be anything, a pipe without a writer too. */
  isize opened = CALL(SYS_openat, AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0, 0);
  if (opened < 0) {
    request[2] = (u8)-opened;
    return;
  }
  netns = (int)opened;
  request[1] = 1;
  isize entered = CALL(SYS_setns, netns, CLONE_NEWNET, 0, 0, 0);
  if (entered == 0) entered = CALL(SYS_socket, AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE, 0, 0);
  if (entered < 0) {
    request[3] = (u8)-entered;
    return;
  }
  netlink = (int)entered;
  request[1] = 3;
}

static isize send_request(int fd) {
  struct descriptors rights = {sizeof rights, SOL_SOCKET, SCM_RIGHTS, {netns, netlink}};
  if (netlink < 0) rights.length -= sizeof(int);
  struct iovec part = {request, request_length};
  struct msghdr message = {0, 0, &part, 1, 0, 0, 0};
  if (netns >= 0) message.control = &rights, message.control_length = sizeof rights;
  return CALL(SYS_sendmsg, fd, &message, MSG_NOSIGNAL, 0, 0);
}

/* One try: the reply's length, or something smaller than a head. */
static isize exchange(const struct sockaddr_un *address, isize left) {
  isize fd = CALL(SYS_socket, AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, 0, 0);
  if (fd < 0) return fd;
  struct timeval timeout = {left / 1000, left % 1000 * 1000 + 1};
  CALL(SYS_setsockopt, fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
  CALL(SYS_setsockopt, fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
  struct iovec part = {reply, sizeof reply};
  struct msghdr message = {0, 0, &part, 1, 0, 0, 0};
  isize result = CALL(SYS_connect, fd, address, sizeof *address, 0, 0);
  if (result == 0) result = send_request((int)fd);
  if (result > 0) result = CALL(SYS_recvmsg, fd, &message, 0, 0, 0);
  if (message.flags & MSG_TRUNC) result = -EINVAL;
  CALL(SYS_close, fd, 0, 0, 0, 0);
  return result;
}

/* An agent that is being replaced is back in a moment; what it had half done it does again. */
static isize exchange_until(const char *path, isize wait) {
  struct sockaddr_un address = {AF_UNIX, {0}};
  usize length = length_of(path);
  if (length >= sizeof address.path) return -EINVAL;
  memcpy(address.path, path, length);
  isize deadline = milliseconds() + wait, left = wait;
  isize result = 0;
  while (left > 0) {
    result = exchange(&address, left);
    if (result >= 2) return result;
    struct timespec pause = {0, RETRY_NANOSECONDS};
    CALL(SYS_nanosleep, &pause, 0, 0, 0, 0);
    left = deadline - milliseconds();
  }
  return result;
}

static char *hex(char *to, usize value, int digits) {
  while (digits--) *to++ = "0123456789abcdef"[value >> (4 * digits) & 15];
  return to;
}

/* The request as it is in a file of its own, there when the machine comes back too. Sorted by name is sorted by time. */
static int spool(const char *folder) {
  char temporary[PATH_LIMIT + 40], final[PATH_LIMIT + 40];
  usize length = length_of(folder);
  if (length >= PATH_LIMIT) return 0;
  struct timespec now = {0, 0};
  CALL(SYS_clock_gettime, CLOCK_REALTIME, &now, 0, 0, 0);
  memcpy(final, folder, length);
  char *end = final + length;
  *end++ = '/';
  end = hex(end, (usize)now.seconds * 1000 * MILLIONTH + (usize)now.nanoseconds, 16);
  *end++ = '-';
  end = hex(end, (usize)CALL(SYS_getpid, 0, 0, 0, 0, 0), 8);
  memcpy(temporary, final, sizeof temporary);
  memcpy(temporary + (end - final), ".tmp", 5);
  memcpy(end, ".del", 5);
  isize fd = CALL(SYS_openat, AT_FDCWD, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600, 0);
  if (fd < 0) return 0;
  int written = write_all((int)fd, request, request_length) && CALL(SYS_fsync, fd, 0, 0, 0, 0) == 0;
  CALL(SYS_close, fd, 0, 0, 0, 0);
  if (!written || CALL(SYS_renameat2, AT_FDCWD, temporary, AT_FDCWD, final, 0) != 0) {
    CALL(SYS_unlinkat, AT_FDCWD, temporary, 0, 0, 0);
    return 0;
  }
  fd = CALL(SYS_openat, AT_FDCWD, folder, O_RDONLY | O_CLOEXEC, 0, 0);
  int synced = fd >= 0 && CALL(SYS_fsync, fd, 0, 0, 0, 0) == 0;
  CALL(SYS_close, fd, 0, 0, 0, 0);
  return synced;
}

/* Without an answer. */
static int alone(enum verb verb, const char *folder) {
  if (verb == DEL) {
    if (spool(folder)) return 0;
    return fail(CODE_IO, "5", "the agent does not answer and the DEL could not be kept in /var/lib/podnet/del; "
                              "look at disk space there and at the podnet-cni pod of this node");
  }
  if (verb == STATUS) {
    return fail(CODE_UNAVAILABLE, "50", "the agent does not answer on its socket /run/podnet/agent.sock; "
                                        "look at the podnet-cni pod of this node");
  }
  return fail(CODE_LATER, "11", "the agent did not answer in time on its socket /run/podnet/agent.sock; "
                                "look at the podnet-cni pod of this node");
}

int run(char **environment) {
  enum verb verb = verb_of(find(environment, "CNI_COMMAND=", ""));
  if (verb == VERSION) {
    print("{\"cniVersion\":\"1.1.0\",\"supportedVersions\":[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}\n");
    return 0;
  }
  if (verb == UNKNOWN) {
    return fail(CODE_ENVIRONMENT, "4", "CNI_COMMAND is not one of ADD, DEL, CHECK, GC, STATUS, VERSION");
  }
  request[0] = PROTOCOL;
  int complete = append_environment(environment);
  if (complete > 0) complete = append_stdin();
  if (complete < 0) return fail(CODE_IO, "5", "the configuration on stdin could not be read");
  if (complete == 0) return fail(CODE_DECODE, "6", "environment and configuration are larger than 160 KiB together");
  const char *path = find(environment, "CNI_NETNS=", "");
  if (*path) open_netns(path);
  isize wait = verb == DEL || verb == STATUS ? 2000 : 10000;
  isize length = exchange_until(find(environment, "PODNET_CNI_SOCKET=", "/run/podnet/agent.sock"), wait);
  if (length < 2) return alone(verb, find(environment, "PODNET_CNI_SPOOL=", "/var/lib/podnet/del"));
  write_all(1, reply + 2, (usize)length - 2);
  return reply[1];
}
