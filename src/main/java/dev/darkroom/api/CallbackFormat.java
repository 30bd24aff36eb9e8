package dev.darkroom.api;

import dev.darkroom.callback.Attempt;

/** Writes a vendor's callbacks. */
@FunctionalInterface
public interface CallbackFormat {

    CallbackMessage write(Attempt attempt);
}
