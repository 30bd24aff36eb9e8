# Reads lines of "round server measure value" of src/bench/native. Prints a table of the medians of all rounds but 0, and
# the limits of the executable.
function measured(server, measure,    i, n, all) {
  for (i = 1; i <= rounds; i++) if ((i, server, measure) in value) all[++n] = value[i, server, measure]
  return n ? median(all, n) : "-"
}

function cell(number, digits) {
  return number == "-" ? "-" : sprintf("%." digits "f", number)
}

function row(label, measure, digits,    i) {
  printf "%-32s", label
  for (i = 1; i <= servers; i++) printf " %10s", cell(measured(name[i], measure), digits)
  print ""
}

function first_start(    i) {
  printf "%-32s", "the same, for the first start"
  for (i = 1; i <= servers; i++) printf " %10s", cell(value[0, name[i], "healthy"], 1)
  print ""
}

function ratio(measure,    i, n, all) {
  for (i = 1; i <= rounds; i++)
    if ((i, "native", measure) in value) all[++n] = value[i, "native", measure] / value[i, "jvm", measure]
  return n ? median(all, n) : "-"
}

function at_most(label, number, limit) {
  printf "%-32s %10s   at most %.0f   %s\n", label, cell(number, 1), limit, (number > limit ? "MISS" : "PASS")
}

function at_least(label, number, limit) {
  printf "%-32s %10s   at least %.2f   %s\n", label, cell(number, 2), limit, (number < limit ? "MISS" : "PASS")
}

$3 == "wrong" { wrong += $4; next }

{
  value[$1, $2, $3] = $4
  if ($1 > rounds) rounds = $1
  if (!($2 in known)) { known[$2]; name[++servers] = $2 }
}

END {
  printf "\n%-32s", "medians"
  for (i = 1; i <= servers; i++) printf " %10s", name[i]
  print ""
  row("size, MB", "size", 1)
  row("first response, ms", "ready", 1)
  row("health check succeeds, ms", "healthy", 1)
  first_start()
  row("first create when ready, ms", "first_create", 1)
  row("memory at rest, MiB", "rest", 1)
  row("  of which anonymous", "rest_anonymous", 1)
  row("after 1,000 creates and polls", "used", 1)
  row("  of which anonymous", "used_anonymous", 1)
  row("creates/s", "create_rate", 0)
  row("polls/s", "poll_rate", 0)
  row("CPU microseconds per create", "create_cpu", 1)
  row("CPU microseconds per poll", "poll_cpu", 1)

  printf "\nlimits of the executable\n"
  at_most("size, MB", measured("native", "size"), 50)
  at_most("first response, ms", measured("native", "ready"), 30)
  at_most("memory at rest, MiB", measured("native", "rest"), 45)
  if (ratio("create_rate") != "-") {
    at_least("creates/s, native / jvm", ratio("create_rate"), 0.6)
    at_least("polls/s, native / jvm", ratio("poll_rate"), 0.6)
    printf "%-32s %10.2f\n", "CPU per create, native / jvm", ratio("create_cpu")
    printf "%-32s %10.2f\n", "CPU per poll, native / jvm", ratio("poll_cpu")
  }
  if (wrong > 0) {
    printf "\n%d responses were wrong\n", wrong
    exit 1
  }
}
