package dev.podnet.cluster.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each program of the control plane is told. */
final class Arguments {
  /** The first address of the services' range is the API server's own service. */
  static final String API_SERVICE = "10.96.0.1";

  private static final String SERVICES = "10.96.0.0/16";
  private static final String ISSUER = "https://kubernetes.default.svc.cluster.local";

  private final Path folder;
  private final Place place;
  private final Ports ports;
  private final Credentials credentials;
  private final Map<String, List<String>> more;

  Arguments(
      Path folder,
      Place place,
      Ports ports,
      Credentials credentials,
      Map<String, List<String>> more) {
    this.folder = folder;
    this.place = place;
    this.ports = ports;
    this.credentials = credentials;
    this.more = more;
  }

  List<String> etcd() {
    String clients = "http://127.0.0.1:" + ports.etcd();
    String peers = "http://127.0.0.1:" + ports.etcdPeer();
    return with(
        "etcd",
        "--name=podnet",
        "--data-dir=" + folder.resolve("etcd"),
        // A crash of the machine may lose writes; a kill of the process does not.
        "--unsafe-no-fsync",
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=podnet=" + peers,
        "--log-level=warn");
  }

  List<String> apiServer() {
    return with(
        "kube-apiserver",
        "--etcd-servers=http://127.0.0.1:" + ports.etcd(),
        "--bind-address=" + place.address(),
        "--secure-port=" + ports.api(),
        "--advertise-address=" + place.address(),
        // A loopback address is refused as an endpoint of the API's service.
        "--endpoint-reconciler-type=" + (place.routable() ? "lease" : "none"),
        "--service-cluster-ip-range=" + SERVICES,
        "--authorization-mode=Node,RBAC",
        "--enable-admission-plugins=NodeRestriction",
        "--allow-privileged=true",
        "--client-ca-file=" + credentials.file("ca.crt"),
        "--tls-cert-file=" + credentials.file("apiserver.crt"),
        "--tls-private-key-file=" + credentials.file("apiserver.key"),
        "--service-account-issuer=" + ISSUER,
        "--service-account-key-file=" + credentials.file("service-accounts.pub"),
        "--service-account-signing-key-file=" + credentials.file("service-accounts.key"),
        "--requestheader-client-ca-file=" + credentials.file("front-proxy-ca.crt"),
        "--requestheader-allowed-names=front-proxy-client",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--proxy-client-cert-file=" + credentials.file("front-proxy-client.crt"),
        "--proxy-client-key-file=" + credentials.file("front-proxy-client.key"),
        "--kubelet-client-certificate=" + credentials.file("kubelet-client.crt"),
        "--kubelet-client-key=" + credentials.file("kubelet-client.key"),
        "--kubelet-certificate-authority=" + credentials.file("ca.crt"),
        // Nobody resolves the names of nodes here.
        "--kubelet-preferred-address-types=InternalIP",
        "--profiling=false");
  }

  List<String> controllers() {
    return with(
        "kube-controller-manager",
        "--kubeconfig=" + credentials.kubeconfig("controllers"),
        "--authentication-kubeconfig=" + credentials.kubeconfig("controllers"),
        "--authorization-kubeconfig=" + credentials.kubeconfig("controllers"),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.controllers(),
        "--tls-cert-file=" + credentials.file("apiserver.crt"),
        "--tls-private-key-file=" + credentials.file("apiserver.key"),
        "--leader-elect=false",
        // With the usual limits it takes five more seconds to make the accounts of its controllers.
        "--kube-api-qps=500",
        "--kube-api-burst=1000",
        "--use-service-account-credentials=true",
        "--service-account-private-key-file=" + credentials.file("service-accounts.key"),
        "--root-ca-file=" + credentials.file("ca.crt"),
        "--cluster-signing-cert-file=" + credentials.file("ca.crt"),
        "--cluster-signing-key-file=" + credentials.file("ca.key"),
        "--profiling=false");
  }

  List<String> scheduler() {
    return with(
        "kube-scheduler",
        "--kubeconfig=" + credentials.kubeconfig("scheduler"),
        "--authentication-kubeconfig=" + credentials.kubeconfig("scheduler"),
        "--authorization-kubeconfig=" + credentials.kubeconfig("scheduler"),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.scheduler(),
        "--tls-cert-file=" + credentials.file("apiserver.crt"),
        "--tls-private-key-file=" + credentials.file("apiserver.key"),
        "--leader-elect=false",
        "--kube-api-qps=500",
        "--kube-api-burst=1000",
        "--profiling=false");
  }

  List<String> kwok(Path stages) {
    return with(
        "kwok",
        "--kubeconfig=" + credentials.kubeconfig("kwok"),
        "--config=" + stages,
        "--manage-all-nodes=false",
        "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
        "--server-address=127.0.0.1:0",
        "--node-lease-duration-seconds=40");
  }

  private List<String> with(String program, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    // The last one wins.
    all.addAll(more.getOrDefault(program, List.of()));
    return all;
  }
}
