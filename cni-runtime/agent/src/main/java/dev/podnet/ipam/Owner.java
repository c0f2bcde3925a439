package dev.podnet.ipam;

/** An attachment, as CNI identifies it: one interface of one container in one network. */
public record Owner(String network, String containerId, String ifName) {
  @Override
  public String toString() {
    return network + "/" + containerId + "/" + ifName;
  }
}
