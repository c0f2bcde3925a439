# shellcheck shell=bash
# Shared by pulumilocal, run and cloud: where things are, what must be built, and the local cloud's
# process. Sourced, never run; needs bash and flock (util-linux).

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
state=${PODNET_STATE:-$here/.state}
[[ $state == /* ]] || state=$PWD/$state
readonly here root state
# The cluster of --kubernetes real; beside it the file that says which kubeconfig is used, if any is.
readonly real_kubernetes=$state/real-kubernetes
# shellcheck source=tools.sh
source "$here/tools.sh"
readonly stamp=$here/target/built start_seconds=60

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# --- build ---------------------------------------------------------------------------------------

stale() {
  [[ -f $stamp ]] || return 0
  [[ -n $(find "$root/pom.xml" "$root/sdks" "$root/policies" "$root/components" "$root/stacks" "$root/cni-runtime" "$here" \
    \( -name target -o -name node_modules -o -name .state \) -prune -o \
    -type f \( -name '*.java' -o -name pom.xml -o -path '*/src/main/*' \) -newer "$stamp" -print -quit) ]]
}

# PODNET_SKIP_BUILD says that the caller has built, as Maven has when it runs the tests.
build() {
  [[ -z ${PODNET_SKIP_BUILD:-} ]] && stale || return 0
  require_command mvn "Maven 3.8.7 or later" "See https://maven.apache.org/install.html."
  require_jdk25 >/dev/null || exit 1
  mkdir -p "$here/target"
  exec 8>"$here/target/build.lock"
  flock 8
  if stale; then
    local began=$SECONDS began_file=$here/target/build.began
    say "Building the program and the local cloud (sources changed) ..."
    : >"$began_file"
    # Layout is the gate's business (mvn verify), not a reason not to start: format.second=--dry-run.
    if ! (cd "$root" && mvn -q -Dstyle.color=never -Dmaven.test.skip=true -Dformat.second=--dry-run package -pl stacks,local-cloud,cni-runtime/podnetctl -am >"$here/target/build.log" 2>&1 8>&-); then
      grep -m 15 '^\[ERROR\] .' "$here/target/build.log" >&2 || tail -n 15 "$here/target/build.log" >&2
      fail "The build failed: its errors are above, all of it is in $here/target/build.log."
    fi
    # What changed while Maven ran is still newer than this.
    mv -f "$began_file" "$stamp"
    say "Built in $((SECONDS - began)) s."
  fi
  exec 8>&-
}

# --- the local cloud's process -------------------------------------------------------------------

ready_field() { # pid, api, oci, kubernetes or java
  sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" "$state/ready.json" 2>/dev/null || true
}

# A killed process leaves its file behind, and its number may belong to another one by now.
is_ours() { # pid
  [[ -n $1 ]] && kill -0 "$1" 2>/dev/null && command_line "$1" | grep -q 'podnet-local-cloud\.jar'
}

command_line() { # pid; small images have /proc but no ps
  tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" || ps -p "$1" -o args= 2>/dev/null || true
}

healthy() {
  local port status=
  port=$(ready_field api)
  [[ -n $port ]] || return 1
  {
    exec 7<>"/dev/tcp/127.0.0.1/$port" &&
      printf 'GET /podnet/health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&7 &&
      read -r -t 5 _ status _ <&7
  } 2>/dev/null || true
  exec 7>&- 7<&-
  [[ $status == 200 ]]
}

running() { is_ours "$(ready_field pid)" && healthy; }

# The reason is in what this start has logged, not in what was there before.
not_started() { # size of the log before, sentence
  tail -c "+$(($1 + 1))" "$state/cloud.log" | tail -n 15 >&2
  fail "$2 Its own words are above; all of them are in $state/cloud.log."
}

launch() {
  local jdk pid deadline logged
  jdk=$(require_jdk25) || exit 1
  mkdir -p "$state"
  rm -f "$state/ready.json"
  touch "$state/cloud.log"
  logged=$(wc -c <"$state/cloud.log")
  # A session of its own: Ctrl-C in the terminal ends the command, not the cloud. The program inherits
  # its environment from here, not from the command.
  PODNET_KUBECONFIG_FILE=$state/kubeconfig setsid "$jdk/bin/java" --sun-misc-unsafe-memory-access=allow \
    -XX:+UseSerialGC -Xmx512m \
    -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$state/classes.jsa" \
    -Xlog:disable -jar "$here/target/podnet-local-cloud.jar" "$state" >>"$state/cloud.log" 2>&1 </dev/null 8>&- 9>&- &
  pid=$!
  disown "$pid"
  deadline=$((SECONDS + start_seconds))
  until running; do
    if ! kill -0 "$pid" 2>/dev/null; then
      not_started "$logged" "The local cloud did not start."
    fi
    if ((SECONDS >= deadline)); then
      kill "$pid"
      not_started "$logged" "The local cloud did not become ready in $start_seconds s."
    fi
    sleep 0.1
  done
}

start_cloud() {
  mkdir -p "$state"
  # One at a time: two commands at once start one cloud.
  exec 9>"$state/start.lock"
  flock 9
  if running && [[ $stamp -nt $state/ready.json ]]; then
    say "The local cloud is older than its build: starting it again; its state stays."
    stop_cloud
  fi
  running || launch
  exec 9>&-
}

stop_cloud() {
  local pid deadline
  pid=$(ready_field pid)
  if ! is_ours "$pid"; then
    rm -f "$state/ready.json"
    return 0
  fi
  kill "$pid"
  deadline=$((SECONDS + 20))
  while kill -0 "$pid" 2>/dev/null; do
    if ((SECONDS >= deadline)); then
      say "The local cloud (process $pid) did not end in 20 s: killing it. Its state is safe."
      kill -9 "$pid"
      sleep 0.2
      break
    fi
    sleep 0.1
  done
  rm -f "$state/ready.json"
}

uses_real_kubernetes() { [[ $(cat "$state/kubernetes" 2>/dev/null) == "$real_kubernetes"/* ]]; }

stop_real_kubernetes() { # --keep, or nothing
  [[ ! -d $real_kubernetes ]] || "$here/kubernetes/cluster" stop --folder "$real_kubernetes" "$@"
}

# --- environment for clients ---------------------------------------------------------------------

# A key that opens nothing: official clients sign their requests and want one.
credentials() {
  local folder=$state/oci fingerprint
  if [[ ! -f $folder/config ]]; then
    command -v openssl >/dev/null || fail "openssl is missing: official OCI clients need a key, and it makes a throwaway one. Install openssl."
    mkdir -p "$folder"
    openssl genrsa -out "$folder/key.pem" 2048 2>/dev/null
    chmod 600 "$folder/key.pem"
    fingerprint=$(openssl rsa -in "$folder/key.pem" -pubout -outform DER 2>/dev/null | openssl md5 -c | sed 's/.*= *//')
    cat >"$folder/config.new" <<CONFIG
[DEFAULT]
user=ocid1.user.oc1..aaaaaaaapodnetlocaluser$(printf 'a%.0s' {1..38})
tenancy=$tenancy
region=us-ashburn-1
fingerprint=$fingerprint
key_file=$folder/key.pem
CONFIG
    chmod 600 "$folder/config.new"
    mv "$folder/config.new" "$folder/config"
  fi
  from_config() { sed -n "s/^$1=//p" "$folder/config"; }
  local name
  for name in user tenancy; do export "TF_VAR_${name}_ocid=$(from_config $name)"; done
  TF_VAR_fingerprint=$(from_config fingerprint)
  export TF_VAR_fingerprint TF_VAR_private_key_path=$folder/key.pem TF_VAR_region=us-ashburn-1
  export OCI_CONFIG_FILE=$folder/config OCI_CLI_CONFIG_FILE=$folder/config OCI_CLI_AUTH=api_key
}

tenancy=ocid1.tenancy.oc1..aaaaaaaapodnetlocal$(printf 'a%.0s' {1..41})
readonly tenancy

# Every service of the API is on one port: what the official clients, Terraform and Pulumi read.
endpoints() {
  local api client overrides=
  api=http://127.0.0.1:$(ready_field api)
  for client in oci_core.VirtualNetworkClient oci_core.ComputeClient oci_core.ComputeManagementClient oci_core.BlockstorageClient \
    oci_containerengine.ContainerEngineClient oci_identity.IdentityClient oci_logging.LoggingManagementClient \
    oci_work_requests.WorkRequestClient; do
    overrides+="${overrides:+;}$client=$api"
  done
  export CLIENT_HOST_OVERRIDES=$overrides OCI_CLI_ENDPOINT=$api PODNET_API=$api
}
