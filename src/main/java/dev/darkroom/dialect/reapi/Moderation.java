package dev.darkroom.dialect.reapi;

/** How closely the official channel looks at the content. */
enum Moderation {
    AUTO,
    /** What a trigger has it find is let pass (inferred). */
    LOW
}
