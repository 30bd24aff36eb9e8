package dev.darkroom.image;

/** What kind of file a picture comes as. */
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

    /** How names of such files end, without the dot. */
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
