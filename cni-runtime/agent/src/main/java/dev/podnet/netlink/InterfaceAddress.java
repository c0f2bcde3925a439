package dev.podnet.netlink;

import dev.podnet.ip.Ip;

/**
 * An address of an interface of this host.
 *
 * @param scope 0 anywhere, 253 on the link only, 254 on the host only
 */
public record InterfaceAddress(int link, Ip ip, int length, int scope) {}
