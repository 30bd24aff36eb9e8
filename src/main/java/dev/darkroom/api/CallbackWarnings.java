package dev.darkroom.api;

import java.util.List;

/** Warns, without resolving names, that a callback will not be sent. */
public interface CallbackWarnings {

    /** @param url a valid http or https URL */
    List<String> of(String url);
}
