package dev.darkroom.server.settings;

import java.util.List;

/** Checks the settings of one concern. */
interface ConfigValidator {

    /** One sentence for each invalid value; empty when all are valid. */
    List<String> errors();
}
