package dev.darkroom.control;

/** A response that shows nothing that clients have sent, so that {@link ControlRedactionFilter} masks nothing in it. */
record UnmaskedJson(byte[] json) {}
