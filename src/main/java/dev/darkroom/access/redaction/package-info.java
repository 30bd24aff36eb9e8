/**
 * Masks secrets in everything that is shown or logged. {@link dev.darkroom.access.redaction.Redaction} is the entry.
 */
package dev.darkroom.access.redaction;
