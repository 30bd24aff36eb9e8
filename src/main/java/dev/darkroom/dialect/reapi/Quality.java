package dev.darkroom.dialect.reapi;

/** The quality of an image of the official channel. */
enum Quality {
    LOW,
    MEDIUM,
    HIGH,
    /** No page gives its price; it costs as much as medium (inferred, providers/reapi.md §9.2). */
    AUTO;

    /** The quality whose price applies. */
    Quality pricedAs() {
        return this == AUTO ? MEDIUM : this;
    }
}
