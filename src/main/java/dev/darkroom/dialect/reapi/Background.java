package dev.darkroom.dialect.reapi;

/** What is behind what a picture of the official channel shows. */
enum Background {
    AUTO,
    OPAQUE,
    TRANSPARENT
}
