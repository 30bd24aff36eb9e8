package dev.darkroom.dialect.reapi;

/** The background of an image of the official channel. */
enum Background {
    AUTO,
    OPAQUE,
    TRANSPARENT
}
