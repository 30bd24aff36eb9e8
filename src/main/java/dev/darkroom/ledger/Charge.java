package dev.darkroom.ledger;

import java.time.Instant;

/** An amount that was set aside, and when. */
record Charge(Credits amount, Instant at) {}
