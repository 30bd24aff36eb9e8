#!/bin/sh
# Makes app.aot beside darkroom.jar: starts the server in the current folder once, asks whether it is ready, and
# stops it. Needs Java 25. Then: java -XX:AOTCache=app.aot -jar darkroom.jar
set -eu
: "${QUARKUS_HTTP_PORT:=8080}"
export QUARKUS_HTTP_PORT

java -XX:AOTMode=off -version 2>/dev/null || { echo "An AOT cache needs Java 25; this is not:" >&2; java -version; exit 1; }

java -XX:AOTCacheOutput=app.aot -jar darkroom.jar &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
tries=0
until java -jar darkroom.jar health 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 60 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "The server did not become ready; see its log above." >&2
    exit 1
  fi
done
kill -TERM "$server"
wait "$server" || true
[ -s app.aot ] || { echo "No cache was written; is this Java 25?" >&2; exit 1; }
