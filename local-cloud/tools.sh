# shellcheck shell=bash
# Looks for the tools that podnet needs; each missing one is a sentence on what to install. Sourced.

missing() {
  printf '%s\n' "$*" >&2
  exit 1
}

# require_command <name> <what it is> <how to install it>
require_command() {
  command -v "$1" >/dev/null || missing "$2 is missing ($1 is not on PATH). $3"
}

is_jdk25() { # home of a JDK
  local version
  [[ -x $1/bin/javac && -f $1/release ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version ]] && ((version >= 25))
}

# Prints the home of a JDK 25: where Maven's toolchain discovery looks too.
require_jdk25() {
  local on_path home
  on_path=$(command -v java || true)
  [[ -n $on_path ]] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* /opt/java/* /opt/jdk*; do
    if [[ -n $home ]] && is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  missing "A JDK 25 is missing: install one (https://adoptium.net/temurin/releases/?version=25), or set JAVA_HOME to it."
}

# --- programs built from pinned Go modules -------------------------------------------------------

# Where they are kept; see README.
readonly PODNET_CACHE_FOLDER="${PODNET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/podnet}"

# module_version <folder with go.mod> <module>
module_version() {
  awk -v module="$2" '{ sub(/^require /, "") } $1 == module && $2 ~ /^v/ { print $2; exit }' "$1/go.mod"
}

# go_build_once <cache> <folder with go.mod> <what> <how long> <function for finishing touches> <arguments of go build>
# Builds into <cache>/bin, which appears whole or not at all. Who comes second waits and builds nothing.
go_build_once() {
  local into=$1 module=$2 what=$3 long=$4 finish=$5
  shift 5
  mkdir -p "$into"
  # A subshell: the lock and the trap end with it.
  (
    exec 9>"$into/lock"
    if ! flock -n 9; then
      printf 'Another process is building %s into %s: waiting for it.\n' "$what" "$into" >&2
      flock 9
    fi
    [[ -d $into/bin ]] || go_build "$@"
  )
}

go_build() { # arguments of go build; the rest from go_build_once
  local began=$SECONDS fresh pid
  # A build that was killed leaves its folder.
  rm -rf "$into"/new.*
  fresh=$(mktemp -d "$into/new.XXXXXX")
  # shellcheck disable=SC2064  # the name is wanted as it is now
  trap "rm -rf '$fresh'" EXIT
  printf 'Building %s from its Go module, once (%s), into %s\n' "$what" "$long" "$into" >&2
  # -v prints a line for each package compiled, which is what progress counts.
  (
    cd "$module"
    GOTOOLCHAIN=local GOWORK=off GOFLAGS=-mod=readonly CGO_ENABLED=0 \
      exec go build -v -trimpath -buildvcs=false -o "$fresh/" "$@"
  ) >"$into/build.log" 2>&1 9>&- &
  pid=$!
  # shellcheck disable=SC2064
  trap "kill $pid 2>/dev/null; rm -rf '$fresh'" EXIT
  go_progress "$pid" "$what" "$into/build.log"
  if ! wait "$pid"; then
    # All other lines are names of packages.
    grep '[ :]' "$into/build.log" | tail -n 15 >&2 || true
    missing "Building $what failed: the compiler's words are above, all of it is in $into/build.log."
  fi
  "$finish" "$fresh"
  chmod 755 "$fresh"
  mv -T "$fresh" "$into/bin"
  trap - EXIT
  printf '%s built in %d s; the next start uses it at once.\n' "$what" $((SECONDS - began)) >&2
}

go_progress() { # pid of the build, what, its log
  local seconds=0
  while kill -0 "$1" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    ((seconds % 15 == 0)) || continue
    printf '%s: %d:%02d, %d packages compiled\n' "$2" $((seconds / 60)) $((seconds % 60)) "$(wc -l <"$3")" >&2
  done
}
