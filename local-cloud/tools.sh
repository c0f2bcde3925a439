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
