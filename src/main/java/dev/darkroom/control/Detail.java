package dev.darkroom.control;

/** How much of each item a list shows. */
enum Detail {
    FULL,

    /** No headers and no bodies; for an exchange, no callback either. */
    SUMMARY;

    /** @throws ControlException when the parameter {@code detail} is invalid */
    static Detail read(String parameter) {
        return EnumNames.parameter("detail", parameter, values()).orElse(FULL);
    }
}
