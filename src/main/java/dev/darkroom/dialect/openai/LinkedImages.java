package dev.darkroom.dialect.openai;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.DataUri;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.Dimensions;
import dev.darkroom.image.ImageHeader;
import dev.darkroom.image.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images and the mask of a JSON body (measured, providers/openai.md §4). */
record LinkedImages(Parameters parameters) {

    /** How much of a {@code data:} URI is decoded to find the size of its image. */
    private static final int HEADER_BYTES = 128 << 10;

    List<Reference> read() {
        List<?> images = parameters.list("images").orElseThrow(() -> parameters.missing("images"));
        if (images.isEmpty()) {
            throw ErrorCode.EMPTY_ARRAY
                    .about(
                            "images",
                            "Invalid 'images': empty array. Expected an array with minimum length 1, but got an empty"
                                    + " array instead.")
                    .toException();
        }
        if (images.size() > UploadedImages.MAX_IMAGES) {
            throw ImageErrors.tooManyImages("images", images.size());
        }
        List<String> urls = new ArrayList<>(images.size());
        for (Object image : images) {
            urls.add(url("images[" + urls.size() + "]", image));
        }
        parameters.section("mask").ifPresent(mask -> checkMask(mask.object(), urls.get(0)));
        return urls.stream().map(LinkedImages::reference).toList();
    }

    /** The image of a {@code data:} URI is at hand, so it is drawn as an upload is. */
    static Reference reference(String url) {
        return DataUris.isDataUri(url) ? DataUri.upload(url) : new Reference.Url(url);
    }

    /** The URL of an image, which may be a {@code data:} URI. */
    private String url(String name, Object value) {
        return url(parameters.section(name, value));
    }

    /** The URL in an object with {@code image_url} or {@code file_id}. */
    static String url(Parameters image) {
        image.string("file_id").ifPresent(id -> {
            throw image.invalid("file_id", unknownFile(id));
        });
        return checked(image, image.string("image_url").orElseThrow(() -> image.missing("image_url")));
    }

    /** @return the URL if it is one */
    static String checked(Parameters image, String url) {
        boolean isValid = DataUris.isDataUri(url)
                ? DataUri.readStart(url, HEADER_BYTES)
                        .filter(UploadedImages::isImage)
                        .isPresent()
                : HttpUrls.isUrl(url);
        if (!isValid) {
            throw invalid(image);
        }
        return url;
    }

    /** The text of the error for a file, of which Darkroom has none. */
    static String unknownFile(String id) {
        return "File '" + ErrorTexts.quoted(id) + "' was not found. Darkroom does not fake files; send the image as"
                + " 'image_url', which may be a data: URL.";
    }

    private static ApiException invalid(Parameters image) {
        return image.invalid(
                "image_url",
                "Invalid '" + image.named("image_url") + "'. Expected an http or https URL, or a data: URL with a"
                        + " base64-encoded image.");
    }

    private void checkMask(ObjectValue mask, String image) {
        String url = url("mask", mask);
        if (DataUris.isDataUri(url)) {
            ImageErrors.checkMask(
                    parameters, DataUri.readStart(url, HEADER_BYTES).orElseThrow(), dimensions(image));
        }
    }

    private static Optional<Dimensions> dimensions(String url) {
        return DataUris.isDataUri(url)
                ? DataUri.readStart(url, HEADER_BYTES).flatMap(ImageHeader::dimensions)
                : Optional.empty();
    }
}
