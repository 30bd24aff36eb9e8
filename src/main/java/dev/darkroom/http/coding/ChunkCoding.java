package dev.darkroom.http.coding;

/** Encodes a body chunk by chunk. */
public interface ChunkCoding {

    /** Leaves the body as it is. */
    ChunkCoding IDENTITY = (chunk, isLast) -> chunk;

    /** The encoded bytes of a chunk, from which the client can decode the whole chunk. */
    byte[] encode(byte[] chunk, boolean isLast);
}
