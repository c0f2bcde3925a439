/* The least that an ADD can be: one static program, started for each pod, that does the kernel work of podnet's ADD,
 * appends to a file and syncs it. No agent, no choice of addresses, nothing checked. It knows ADD only.
 *
 * Addresses come from the pod's number, the digits at the end of CNI_CONTAINERID. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/fib_rules.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char batch[8192];
static int length, start, sequence;
static unsigned char host_mac[6] = {2, 0, 0, 0, 0, 1}, pod_mac[6] = {2, 0, 0, 0, 0, 2};

static void *put(const void *bytes, int size) {
  void *at = memcpy(batch + length, bytes, size);
  length += (size + 3) & ~3;
  return at;
}

static void begin(int type, int flags, const void *body, int size) {
  struct nlmsghdr head = {0, type, NLM_F_REQUEST | flags, ++sequence, 0};
  start = length;
  put(&head, sizeof head);
  put(body, size);
}

static void end(void) { ((struct nlmsghdr *)(batch + start))->nlmsg_len = length - start; }

static void attribute(int type, const void *value, int size) {
  struct rtattr head = {sizeof head + size, type};
  put(&head, sizeof head);
  if (size) put(value, size);
}

static int open_nest(int type) {
  int at = length;
  attribute(type, 0, 0);
  return at;
}

static void close_nest(int at) { ((struct rtattr *)(batch + at))->rta_len = length - at; }

static void number(int type, int value) { attribute(type, &value, sizeof value); }

static void run(int fd) {
  ((struct nlmsghdr *)(batch + start))->nlmsg_flags |= NLM_F_ACK;
  char reply[8192];
  if (send(fd, batch, length, 0) < 0 || recv(fd, reply, sizeof reply, 0) < 0) exit(1);
  struct nlmsgerr *error = NLMSG_DATA((struct nlmsghdr *)reply);
  if (error->error) {
    fprintf(stderr, "message %d: %s\n", ((struct nlmsghdr *)reply)->nlmsg_seq, strerror(-error->error));
    exit(1);
  }
  length = 0;
}

static void link_up(int index) {
  struct ifinfomsg up = {.ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
  begin(RTM_NEWLINK, 0, &up, sizeof up);
}

static void neighbour(int index, unsigned ip, unsigned char *mac) {
  struct ndmsg body = {.ndm_family = AF_INET, .ndm_ifindex = index, .ndm_state = NUD_PERMANENT};
  begin(RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE, &body, sizeof body);
  number(NDA_DST, ip);
  attribute(NDA_LLADDR, mac, 6);
  end();
}

static void route(int index, int bits, unsigned ip, unsigned gateway, int table) {
  struct rtmsg body = {.rtm_family = AF_INET, .rtm_dst_len = bits, .rtm_protocol = 178, .rtm_type = RTN_UNICAST,
                       .rtm_scope = gateway ? 0 : RT_SCOPE_LINK, .rtm_flags = gateway ? RTNH_F_ONLINK : 0};
  begin(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, &body, sizeof body);
  if (bits) number(RTA_DST, ip);
  number(RTA_OIF, index);
  if (gateway) number(RTA_GATEWAY, gateway);
  number(RTA_TABLE, table);
  end();
}

static void connect_pod(int fd, int netns, int index, int pod, unsigned ip) {
  char name[16], alias[64];
  snprintf(name, sizeof name, "floor%d", pod);
  snprintf(alias, sizeof alias, "floor:%d", pod);
  struct ifinfomsg host = {.ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP}, peer = {.ifi_index = index};
  begin(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &host, sizeof host);
  attribute(IFLA_IFNAME, name, strlen(name) + 1);
  number(IFLA_MTU, 9000);
  attribute(IFLA_ADDRESS, host_mac, 6);
  int info = open_nest(IFLA_LINKINFO);
  attribute(IFLA_INFO_KIND, "veth", 5);
  int data = open_nest(IFLA_INFO_DATA), other = open_nest(VETH_INFO_PEER);
  put(&peer, sizeof peer);
  attribute(IFLA_IFNAME, "eth0", 5);
  number(IFLA_MTU, 9000);
  attribute(IFLA_ADDRESS, pod_mac, 6);
  number(IFLA_NET_NS_FD, netns);
  close_nest(other), close_nest(data), close_nest(info);
  end();
  link_up(index);
  attribute(IFLA_IFALIAS, alias, strlen(alias) + 1);
  end();
  neighbour(index, ip, pod_mac);
  route(index, 32, ip, 0, 27800);
  route(index, 32, ip, 0, 27801);
  run(fd);
}

static void configure_pod(int fd, int index, unsigned ip) {
  unsigned gateway = inet_addr("169.254.1.1");
  link_up(1), end();
  link_up(index), end();
  struct ifaddrmsg address = {.ifa_family = AF_INET, .ifa_prefixlen = 32, .ifa_index = index};
  begin(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, &address, sizeof address);
  number(IFA_LOCAL, ip);
  number(IFA_ADDRESS, ip);
  end();
  neighbour(index, gateway, host_mac);
  route(index, 0, 0, gateway, RT_TABLE_MAIN);
  run(fd);
}

int main(void) {
  char conf[65536], record[256];
  if (read(0, conf, sizeof conf) < 0) return 1;
  int pod = atoi(strrchr(getenv("CNI_CONTAINERID"), '-') + 1);
  unsigned ip = htonl(0x0a630000u + (unsigned)pod);
  int index = 0x60000000 + pod, netns = open(getenv("CNI_NETNS"), O_RDONLY | O_CLOEXEC);
  connect_pod(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), netns, index, pod, ip);
  if (setns(netns, CLONE_NEWNET)) return 1;
  configure_pod(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), index, ip);
  int journal = open(FLOOR_JOURNAL, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  memset(record, 'x', sizeof record);
  if (write(journal, record, sizeof record) < 0 || fdatasync(journal)) return 1;
  return printf("{\"cniVersion\":\"1.0.0\",\"ips\":[{\"address\":\"%s/32\"}]}\n", inet_ntoa((struct in_addr){ip})) < 0;
}
