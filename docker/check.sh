#!/usr/bin/env bash
# Runs what the container files run, without containers: the AOT cache is made, the server starts with it, and the
# health check tells a server that is ready from one that is not. Needs Java 25 (JAVA_HOME) and ./mvnw package.
set -euo pipefail
cd "$(dirname "$0")/.."
export QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-18090}
[ -z "${JAVA_HOME:-}" ] || PATH="$JAVA_HOME/bin:$PATH"

app=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null || true; rm -rf "$app"' EXIT
cp target/darkroom-*.jar "$app/darkroom.jar"
cp docker/train-aot-cache.sh "$app"
cd "$app"

./train-aot-cache.sh >/dev/null
ls -l app.aot

if java -jar darkroom.jar health 2>/dev/null; then
  echo "the health check finds a server where there is none" >&2
  exit 1
fi

java -XX:AOTCache=app.aot -jar darkroom.jar >server.log &
server=$!
until java -XX:TieredStopAtLevel=1 -XX:AOTCache=app.aot -jar darkroom.jar health 2>/dev/null; do
  kill -0 "$server"
done
grep -o 'started in .*s\.' server.log
echo "docker/check.sh: all is well"
