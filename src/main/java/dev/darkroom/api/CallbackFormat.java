package dev.darkroom.api;

import dev.darkroom.callback.Attempt;

/** Writes callbacks in a vendor's format. */
@FunctionalInterface
public interface CallbackFormat {

    CallbackMessage write(Attempt attempt);
}
