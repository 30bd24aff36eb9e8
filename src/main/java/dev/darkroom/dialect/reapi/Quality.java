package dev.darkroom.dialect.reapi;

/** How much work goes into a picture of the official channel. */
enum Quality {
    LOW,
    MEDIUM,
    HIGH,
    /** Its price is on no page; it is priced as medium (inferred, providers/reapi.md §9.2). */
    AUTO;

    Quality priced() {
        return this == AUTO ? MEDIUM : this;
    }
}
