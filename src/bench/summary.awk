# Reads lines of "round operation server rate wrong". Prints the median rates, and the medians of the ratios of all rounds
# with their targets. Round 0 is the warm-up.
function rates(operation, server,    i, all) {
  for (i = 1; i <= rounds; i++) all[i] = rate[i, operation, server]
  return median(all, rounds)
}

function ratio(operation, other, target,    i, all, result) {
  for (i = 1; i <= rounds; i++) all[i] = rate[i, operation, "darkroom"] / rate[i, operation, other]
  result = median(all, rounds)
  printf "%-7s darkroom / %-9s %6.2f   at least %.2f   %s\n", operation, other, result, target, result < target ? "MISS" : "PASS"
}

{ rate[$1, $2, $3] = $4; if ($1 > rounds) rounds = $1; wrong += $5 }

END {
  printf "\n%-7s %10s %10s %10s   requests/s, medians of %d rounds\n", "", "darkroom", "minimal", "wiremock", rounds
  split("create poll", operations, " ")
  for (i = 1; i <= 2; i++) {
    operation = operations[i]
    printf "%-7s %10.0f %10.0f %10.0f\n", operation, rates(operation, "darkroom"), rates(operation, "minimal"), rates(operation, "wiremock")
  }
  print ""
  ratio("create", "minimal", 0.75)
  ratio("create", "wiremock", 2.5)
  ratio("poll", "minimal", 0.85)
  ratio("poll", "wiremock", 2.5)
  if (wrong > 0) {
    printf "\n%d responses were wrong\n", wrong
    exit 1
  }
}
