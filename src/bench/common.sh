# Functions and variables that load, journal and native share; they source this file.
# shellcheck shell=bash disable=SC2034,SC2154 # the scripts use and set the other variables

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bench=$root/src/bench
out=$root/target/bench
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
wiremock_version=3.13.2

keys=sk-bench-1,sk-bench-2,sk-bench-3,sk-bench-4,sk-bench-5,sk-bench-6,sk-bench-7,sk-bench-8
poll_key=sk-bench-polls
body='{"model": "gpt-image-2", "input": {"prompt": "A lighthouse at dusk", "aspect_ratio": "16:9"}}'
task_time=3 # seconds; Darkroom's tasks take two, and are part of the load
started=()  # process ids

options() { # arguments...; sets the variable of each option in $usage
  while (($# > 0)); do
    if [[ $1 == -h || $1 == --help ]]; then
      echo "$usage"
      exit 0
    fi
    if [[ $1 != --* || $usage != *"[$1 "* || $# -lt 2 ]]; then
      echo "$usage" >&2
      exit 2
    fi
    printf -v "${1#--}" '%s' "$2"
    shift 2
  done
}

is_fresh() { # pattern source...
  local built
  built=$(compgen -G "$1") && [[ -z $(find "${@:2}" -newer "$built" -print -quit) ]]
}

build_darkroom() {
  cd "$root"
  is_fresh "target/darkroom-*.jar" pom.xml src/main || ./mvnw -q package -DskipTests
}

build_client() {
  mkdir -p "$out/classes"
  "${java}c" --release 17 -d "$out/classes" "$bench"/java/dev/darkroom/bench/*.java
}

build_wiremock() {
  local wiremock=org.wiremock:wiremock-standalone:$wiremock_version
  mkdir -p "$out/wiremock"
  cp -r "$bench/wiremock/mappings" "$out/wiremock"
  cd "$root"
  [[ -e $out/wiremock-standalone-$wiremock_version.jar ]] ||
    ./mvnw -q dependency:copy -Dartifact="$wiremock" -DoutputDirectory="$out"
}

wiremock_arguments() { # port; sets the array arguments
  arguments=(-jar "$out/wiremock-standalone-$wiremock_version.jar" --port "$1"
    --root-dir "$out/wiremock" --no-request-journal --disable-banner)
}

start() { # name command...; the last element of started is its process
  "${@:2}" >"$out/$1.log" 2>&1 9>&- &
  started+=($!)
}

stop() {
  if ((${#started[@]} > 0)); then
    kill "${started[@]}" 2>/dev/null || true
    wait "${started[@]}" 2>/dev/null || true
  fi
}

call() { # URL key [body]; waits for the server
  curl -s --retry 120 --retry-delay 1 --retry-connrefused "$1" -H "Authorization: Bearer $2" \
    -H "Content-Type: application/json" ${3:+-d "$3"}
}

expect() { # server text response
  [[ $3 == *"$2"* ]] || {
    echo "$1 responded: $3" >&2
    exit 1
  }
}

# Checks the responses of a server, and completes a task to poll. Sets task.
prepare() { # server URL
  local response
  response=$(call "$2/v1/images/generations" "$poll_key" "$body") || true
  expect "$1" '{"code":200,"msg":"success","data":{"taskId":"' "$response"
  task=$(grep -o '[0-9a-f-]\{36\}' <<<"$response")
  [[ $1 == wiremock || $1 == minimal ]] || call "$2/_darkroom/clock" "$poll_key" '{"advance": "10s"}' >/dev/null
  response=$(call "$2/v1/tasks/$task" "$poll_key") || true
  expect "$1" "{\"id\":\"$task\",\"status\":\"completed\",\"model\":\"gpt-image-2\",\"created_at\":" "$response"
}

# Creates with all keys, or polls with one. Prints requests/s and the number of wrong responses.
load() { # URL lead seconds [body]
  local key=$poll_key
  [[ -z ${4:-} ]] || key=$keys
  if command -v wrk >/dev/null; then
    local wrk=(wrk -t 1 -c "$connections" -s "$bench/wrk.lua")
    local arguments=("$1" -- "$key" "$depth" ${4:+"$4"})
    (($2 == 0)) || "${wrk[@]}" -d "$2" "${arguments[@]}" >/dev/null
    "${wrk[@]}" -d "$3" "${arguments[@]}" | tail -n 1
  else
    "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$out/classes" dev.darkroom.bench.Load \
      "$1" "$key" "$connections" "$depth" "$2" "$3" ${4:+"$4"}
  fi
}

locked() { # command...; holds the lock, if there is one
  [[ -z $lock ]] || flock 9
  "$@"
  [[ -z $lock ]] || flock -u 9
}
