/* Calls CNI plugins as a runtime does and prints how long each call took: "arm verb microseconds".
 *
 *   driver <callers> <first> <count> <namespace prefix> <verbs> <arm>=<plugin>:<configuration> ...
 *
 * Each operation goes through all arms, one after the other, so that whatever else the machine does hits them alike.
 * With several callers only the whole is timed: "arm verb-total microseconds". */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ARMS = 8, TEXT = 256, LONG = 1024 };
struct arm { char name[TEXT], plugin[TEXT], conf[TEXT]; };

static struct arm arms[ARMS];
static int arm_count;
static const char *prefix;

static long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void die(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static long call(const struct arm *arm, const char *verb, int pod) {
  char command[TEXT], container[LONG], netns[LONG], socket[TEXT], spool[TEXT];
  snprintf(command, TEXT, "CNI_COMMAND=%s", verb);
  snprintf(container, LONG, "CNI_CONTAINERID=%s%s-%d", prefix, arm->name, pod);
  snprintf(netns, LONG, "CNI_NETNS=/run/netns/%s%s-%d", prefix, arm->name, pod);
  snprintf(socket, TEXT, "PODNET_CNI_SOCKET=%s", getenv("BENCH_SOCKET"));
  snprintf(spool, TEXT, "PODNET_CNI_SPOOL=%s", getenv("BENCH_SPOOL"));
  char path[LONG];
  snprintf(path, sizeof path, "CNI_PATH=%s", getenv("BENCH_CNI_PATH"));
  char *environment[] = {command, container, netns, socket, spool, path, "CNI_IFNAME=eth0", "PATH=/usr/sbin:/usr/bin", 0};
  char *arguments[] = {(char *)arm->plugin, 0};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, arm->conf, O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, getenv("BENCH_OUTPUT"), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  pid_t pid;
  int status;
  long start = microseconds();
  if ((errno = posix_spawn(&pid, arm->plugin, &files, 0, arguments, environment))) die(arm->plugin);
  if (waitpid(pid, &status, 0) < 0) die("waitpid");
  long took = microseconds() - start;
  posix_spawn_file_actions_destroy(&files);
  if (status != 0) {
    fprintf(stderr, "%s %s failed with status %d; see %s\n", arm->name, verb, status, getenv("BENCH_OUTPUT"));
    exit(1);
  }
  return took;
}

static void parse(const char *text) {
  struct arm *arm = &arms[arm_count++];
  if (sscanf(text, "%255[^=]=%255[^:]:%255s", arm->name, arm->plugin, arm->conf) != 3) die(text);
}

/* The verbs are divided by commas; all pods go through the first one, then all through the next. */
int main(int count, char **values) {
  if (count < 7) die("usage");
  int callers = atoi(values[1]), first = atoi(values[2]), pods = atoi(values[3]);
  prefix = values[4];
  for (int i = 6; i < count; i++) parse(values[i]);
  for (char *verb = strtok(values[5], ","); verb; verb = strtok(0, ",")) {
    if (callers == 1) {
      for (int pod = first; pod < first + pods; pod++)
        for (int arm = 0; arm < arm_count; arm++) printf("%s %s %ld\n", arms[arm].name, verb, call(&arms[arm], verb, pod));
      continue;
    }
    for (int arm = 0; arm < arm_count; arm++) {
      long start = microseconds();
      fflush(stdout);
      for (int caller = 0; caller < callers; caller++)
        if (fork() == 0) {
          for (int pod = first + caller; pod < first + pods; pod += callers) call(&arms[arm], verb, pod);
          _exit(0);
        }
      int status, failed = 0;
      while (wait(&status) > 0) failed |= status;
      if (failed) return 1;
      printf("%s %s-total %ld\n", arms[arm].name, verb, microseconds() - start);
    }
  }
  return 0;
}
