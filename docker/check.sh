#!/usr/bin/env bash
# Runs the commands of the container files without containers, on the jar or the executable that ./mvnw package has built:
#
#   docker/check.sh
#
# The commands and the environment come from the container files. The server runs as an unprivileged user who cannot
# write anywhere, its health check tells a server that is ready from one that is not, and SIGTERM stops it. Without
# Java 25 (JAVA_HOME), it leaves out jlink and the AOT cache, and says so.
#
#   docker/check.sh --image NAME
#
# checks an image in the same way, with docker or the command in ENGINE. ENGINE_OPTIONS has further options for its run.
set -euo pipefail
cd "$(dirname "$0")/.."

# In seconds. Docker kills a container that takes longer to stop.
MAX_START=60
MAX_STOP=10

fail() {
  echo "docker/check.sh: $*" >&2
  [ ! -f "${log:-}" ] || tail -20 "$log" >&2
  exit 1
}

# Prints the last instruction of a kind in a container file, on one line: instruction FILE KEYWORD
instruction() {
  sed -e '/^#/d' -e ':a' -e '/\\$/N; s/\\\n *//; ta' "$1" | grep -E "^$2 " | tail -1 | sed "s/^$2 //"
}

# Prints the words of a command in exec form, one a line.
words() {
  grep -o '\[.*\]' | tr ',' '\n' | sed -e 's/^[[ ]*"//' -e 's/"[] ]*$//'
}

check_stop() {
  local started=$SECONDS code=0
  "$@" || code=$?
  [ "$code" = 143 ] || fail "after SIGTERM the server ended with $code, not 143"
  [ $((SECONDS - started)) -le "$MAX_STOP" ] || fail "the server took $((SECONDS - started)) seconds to stop"
}

check_log() {
  ! grep -E ' ERROR |\[error\]' "$log" || fail "the log has errors"
  grep -q 'authority exists in memory only' "$log" || fail "the server could write its certificate"
  grep -o 'started in .*s\.' "$log"
}

# Waits until the function HEALTH succeeds, and fails when the function ALIVE fails: wait_until HEALTH ALIVE
wait_until() {
  local started=$SECONDS
  until "$1" >/dev/null 2>&1; do
    { [ $((SECONDS - started)) -le "$MAX_START" ] && "$2"; } || fail "the server did not become ready"
  done
}

check_files() {
  local file=$1 folder=$2 start health
  mapfile -t start < <(instruction "$file" ENTRYPOINT | words | sed "s#^/darkroom/#$folder/#")
  mapfile -t health < <(instruction "$file" HEALTHCHECK | words | sed "s#^/darkroom/#$folder/#")
  if [ ! -f "$folder/darkroom.aot" ]; then
    start=($(printf '%s\n' "${start[@]}" | grep -vi aot))
    health=($(printf '%s\n' "${health[@]}" | grep -vi aot))
  fi
  local environment
  read -ra environment <<<"$(instruction "$file" ENV)"
  environment+=("PATH=$PATH" QUARKUS_HTTP_PORT=18090 DARKROOM_TLS_PORT=0)
  chmod -R a-w,a+rX "$folder"

  check_health() { (cd "$folder" && env -i "${environment[@]}" "${health[@]}"); }
  is_alive() { kill -0 "$server" 2>/dev/null; }
  stop() { kill -TERM "$server" && wait "$server"; }

  ! check_health >/dev/null 2>&1 || fail "the health check of $file finds a server where there is none"
  (cd "$folder" && exec env -i "${environment[@]}" "${unprivileged[@]}" "${start[@]}") >"$logs" 2>&1 &
  server=$!
  log=$logs
  wait_until check_health is_alive
  check_stop stop
  server=
  check_log
}

check_image() {
  local image=$1 health
  engine=${ENGINE:-docker}
  mapfile -t health < <("$engine" image inspect --format '{{json .Config.Healthcheck.Test}}' "$image" | words | tail -n +2)
  [[ $("$engine" image inspect --format '{{.Config.User}}' "$image") =~ ^[1-9][0-9]*$ ]] || fail "$image runs as root"
  for label in title description licenses source version revision; do
    [ -n "$("$engine" image inspect --format "{{index .Config.Labels \"org.opencontainers.image.$label\"}}" "$image")" ] ||
      fail "$image has no label $label"
  done
  container=$("$engine" run --detach --read-only --cap-drop ALL --security-opt no-new-privileges --network none \
    --env QUARKUS_HTTP_PORT=18090 ${ENGINE_OPTIONS:-} "$image")
  cleanup() { "$engine" rm --force "$container" >/dev/null 2>&1 || true; rm -f "$logs"; }
  trap cleanup EXIT
  log=$logs

  check_health() { "$engine" exec "$container" "${health[@]}"; }
  is_alive() { [ "$("$engine" inspect --format '{{.State.Running}}' "$container")" = true ]; }
  stop() {
    "$engine" stop --time 30 "$container" >/dev/null 2>&1
    return "$("$engine" inspect --format '{{.State.ExitCode}}' "$container")"
  }

  wait_until check_health is_alive
  check_stop stop
  "$engine" logs "$container" >"$log" 2>&1
  check_log
  "$engine" image inspect --format '{{.Size}} bytes' "$image"
}

logs=$(mktemp)
if [ "${1:-}" = --image ]; then
  check_image "${2:?Give the name of an image}"
  echo "docker/check.sh: the image $2 passes"
  exit
fi

# User 1001 has to enter this folder, so it is not in a home directory.
work=$(mktemp -d /var/tmp/darkroom.XXXXXX)
chmod a+rx "$work"
cleanup() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  chmod -R u+w "$work" && rm -rf "$work" "$logs"
}
trap cleanup EXIT

# A command that runs another one in a read-only file system, as user 1001. Without root, this user is unprivileged.
unprivileged=()
read_only=(unshare --mount sh -c 'mount -o remount,bind,ro / && exec setpriv --reuid 1001 --regid 0 --clear-groups "$@"' sh)
if [ "$(id -u)" = 0 ] && "${read_only[@]}" true 2>/dev/null; then
  unprivileged=("${read_only[@]}")
else
  echo "docker/check.sh: only root can try a read-only file system, and only where it may mount; this server may write to /tmp"
fi

executable=$(ls target/darkroom-*-runner 2>/dev/null || true)
if [ -n "$executable" ]; then
  mkdir "$work/native"
  cp "$executable" "$work/native/darkroom"
  check_files docker/Dockerfile.native "$work/native"
  echo "docker/check.sh: docker/Dockerfile.native passes"
fi

jar=$(ls target/darkroom-*.jar 2>/dev/null | grep -v -e -sources -e -javadoc || true)
if [ -n "$jar" ]; then
  mkdir "$work/jvm"
  cp "$jar" "$work/jvm/darkroom.jar"
  PATH="${JAVA_HOME:+$JAVA_HOME/bin:}$PATH"
  if java -XX:AOTMode=off -version 2>/dev/null; then
    modules=$(sed -n 's/^ARG MODULES=//p' docker/Dockerfile.jvm)
    jlink=$(grep '^RUN jlink' docker/Dockerfile.jvm | sed -e 's/^RUN //' -e "s/\${MODULES}/$modules/" -e "s#/java\$#$work/java#")
    $jlink
    PATH="$work/java/bin:$PATH"
    mapfile -t train < <(grep '^RUN \[' docker/Dockerfile.jvm | words)
    (cd "$work/jvm" && "${train[@]}") >"$logs" 2>&1 || { log=$logs; fail "the AOT cache could not be made"; }
    ls -l "$work/jvm/darkroom.aot"
  else
    echo "docker/check.sh: Java 25 is needed to try jlink and the AOT cache; this is $(java -version 2>&1 | head -1)"
  fi
  check_files docker/Dockerfile.jvm "$work/jvm"
  echo "docker/check.sh: docker/Dockerfile.jvm passes"
fi
[ -n "$jar$executable" ] || fail "there is nothing in target; run ./mvnw package -DskipTests"
