# shellcheck shell=bash
# What the benchmarks share. Sourced, never run; wants PODNET_STATE.

# milliseconds <name> <command ...>: how long it takes; what it prints goes to <name>.json and <name>.err.
milliseconds() {
  local name=$1 start end
  shift
  start=$(date +%s%N)
  "$@" > "$PODNET_STATE/$name.json" 2> "$PODNET_STATE/$name.err" || {
    cat "$PODNET_STATE/$name.json" "$PODNET_STATE/$name.err" >&2
    exit 1
  }
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}

# created <name>: resources that the preview of this name would create, the stack itself included.
created() { grep -c '"op": "create"' "$PODNET_STATE/$1.json" || true; }

# median <file>: of the numbers in it, one a line.
median() { sort -n "$1" | sed -n "$((($(wc -l < "$1") + 1) / 2))p"; }

quotient() { awk "BEGIN{printf \"%.2f\", $1/$2}"; }
