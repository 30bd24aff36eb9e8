package dev.darkroom.image;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An image that a client sent to be edited. */
public sealed interface Reference {

    /** The approximate memory that it takes, in bytes. */
    long bytes();

    /** This reference without the image of an upload. The two are equal. */
    Reference withoutImage();

    /** A reference by its URL, which may be a {@code data:} URI. */
    record Url(String url) implements Reference {

        @Override
        public long bytes() {
            return 2L * url.length();
        }

        @Override
        public Url withoutImage() {
            return this;
        }
    }

    /**
     * An uploaded file. It keeps the content of the file only until the thumbnail has been decoded. Uploads are compared
     * by their hash instead of their content.
     *
     * <p>Thread-safe.
     */
    final class Upload implements Reference {

        private final String name;
        private final String mediaType;
        private final String hash;
        private final long thumbnailBytes;

        /** Null once the thumbnail is being decoded. */
        private FileContent content;

        private final CompletableFuture<Thumbnail> thumbnail;

        private Upload(
                String name,
                String mediaType,
                String hash,
                long thumbnailBytes,
                FileContent content,
                CompletableFuture<Thumbnail> thumbnail) {
            this.name = name;
            this.mediaType = mediaType;
            this.hash = hash;
            this.thumbnailBytes = thumbnailBytes;
            this.content = content;
            this.thumbnail = thumbnail;
        }

        /**
         * @param name the file name, as the client sent it
         * @param mediaType the media type, as the client sent it
         */
        public static Upload of(String name, String mediaType, FileContent content) {
            return new Upload(
                    name,
                    mediaType,
                    content.hash(),
                    Thumbnail.maxBytes(ImageHeader.dimensions(content.start())),
                    content,
                    new CompletableFuture<>());
        }

        public String name() {
            return name;
        }

        /**
         * The thumbnail, which is decoded once.
         *
         * @param decoder called unless the thumbnail has been decoded already; its stage never fails
         */
        public CompletionStage<Thumbnail> thumbnail(Decoder decoder) {
            takeContent().ifPresent(file -> decoder.decode(file).thenAccept(thumbnail::complete));
            return thumbnail;
        }

        private synchronized Optional<FileContent> takeContent() {
            Optional<FileContent> taken = Optional.ofNullable(content);
            content = null;
            return taken;
        }

        /** An upper estimate. The content of the file is counted where it is kept. */
        @Override
        public long bytes() {
            return thumbnailBytes + 2L * (name.length() + mediaType.length() + hash.length());
        }

        @Override
        public Upload withoutImage() {
            return new Upload(name, mediaType, hash, 0, null, CompletableFuture.completedFuture(Thumbnail.FAILED));
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

    /** Decodes the thumbnail of a file without blocking. */
    interface Decoder {

        /** @return a stage that never fails; {@link Thumbnail#FAILED} if the file cannot be read */
        CompletionStage<Thumbnail> decode(FileContent file);
    }
}
