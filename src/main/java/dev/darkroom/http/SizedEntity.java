package dev.darkroom.http;

import java.util.OptionalInt;

/** An entity whose writer sends a body that may have a known length. */
public interface SizedEntity {

    /** The length of the body in bytes; empty if it is sent in chunks. Call it instead of writing the entity. */
    OptionalInt length();
}
