package dev.darkroom.server;

/** Which keys open a sandbox. */
enum Keys {
    /** Any that is well-formed, one of its own. */
    OPEN,
    /** Those of {@link SandboxesConfig}, and those that the control API has made one for. */
    LISTED
}
