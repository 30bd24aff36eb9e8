package dev.darkroom.image;

/** The file format of an image. */
public enum ImageFormat {
    PNG("png", "image/png", true),
    JPEG("jpg", "image/jpeg", false),
    WEBP("webp", "image/webp", true);

    private final String extension;
    private final String mediaType;
    private final boolean hasTransparency;

    ImageFormat(String extension, String mediaType, boolean hasTransparency) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.hasTransparency = hasTransparency;
    }

    /** The file name extension, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean hasTransparency() {
        return hasTransparency;
    }
}
