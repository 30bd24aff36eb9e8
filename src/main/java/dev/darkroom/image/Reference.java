package dev.darkroom.image;

import java.util.HexFormat;

/** An image that a client sent to be edited. */
public sealed interface Reference {

    /** The approximate memory that it takes, in bytes. */
    long bytes();

    /** This reference without the content of an upload. The two are equal. */
    Reference withoutContent();

    /** A reference by its URL, which may be a {@code data:} URI. */
    record Url(String url) implements Reference {

        @Override
        public long bytes() {
            return 2L * url.length();
        }

        @Override
        public Url withoutContent() {
            return this;
        }
    }

    /**
     * An uploaded file. Uploads are compared by their hash, which is computed once, instead of their content.
     *
     * @param name the file name, as the client sent it
     * @param mediaType the media type, as the client sent it
     * @param content the file; do not modify it
     * @param hash the SHA-256 hash of the file, in hexadecimal
     */
    record Upload(String name, String mediaType, byte[] content, String hash) implements Reference {

        private static final byte[] NO_CONTENT = {};

        public static Upload of(String name, String mediaType, byte[] content) {
            return new Upload(name, mediaType, content, HexFormat.of().formatHex(Sha256.hash(content)));
        }

        @Override
        public long bytes() {
            return content.length + 2L * (name.length() + mediaType.length() + hash.length());
        }

        @Override
        public Upload withoutContent() {
            return new Upload(name, mediaType, NO_CONTENT, hash);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Upload upload
                    && hash.equals(upload.hash)
                    && name.equals(upload.name)
                    && mediaType.equals(upload.mediaType);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }
    }
}
