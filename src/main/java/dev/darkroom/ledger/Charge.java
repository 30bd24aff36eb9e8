package dev.darkroom.ledger;

import java.time.Instant;

/** An amount that was spent, and when. */
record Charge(Credits amount, Instant at) {}
