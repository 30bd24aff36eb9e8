package dev.darkroom.ledger;

import java.time.Instant;

/** An amount spent, and the time of spending. */
record Charge(Credits amount, Instant at) {}
