package dev.darkroom.http.coding;

/** An entity that can be compressed with gzip. */
public interface Compressible {

    /** The same entity, compressed. The caller sets {@code Content-Encoding}. */
    Object compressed();
}
