package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.image.Dimensions;
import dev.darkroom.image.ImageHeader;
import java.util.Optional;

/** The errors for prompts and images to edit. Texts without a source are inferred. */
final class ImageErrors {

    private ImageErrors() {}

    static ApiException tooLong(String name, int limit, int length) {
        return ErrorCode.STRING_ABOVE_MAX_LENGTH
                .about(
                        name,
                        "Invalid '" + name + "': string too long. Expected a string with maximum length " + limit
                                + ", but got a string with length " + length + " instead.")
                .toException();
    }

    static ApiException tooManyImages(String name, int count) {
        return ErrorCode.ARRAY_ABOVE_MAX_LENGTH
                .about(
                        name,
                        "Invalid '" + name + "': array too long. Expected an array with maximum length "
                                + UploadedImages.MAX_IMAGES + ", but got an array with length " + count + " instead.")
                .toException();
    }

    /** Measured (providers/openai.md §4). */
    static ApiException inputFidelityNotSupported(Parameters parameters, String model) {
        return ErrorCode.INVALID_INPUT_FIDELITY_MODEL
                .about(
                        parameters.named("input_fidelity"),
                        "The model '" + ErrorTexts.quoted(model) + "' does not support the 'input_fidelity' parameter.")
                .toException();
    }

    /**
     * The error for a file that is not an image (providers/openai.md §8.1).
     *
     * @param number counts the images from 1
     */
    static ApiException invalidFile(int number) {
        return ErrorCode.INVALID_IMAGE_FILE
                .envelope("Invalid image file or mode for image " + number + ", please check your image file.")
                .toException();
    }

    /**
     * Checks that a mask is a PNG file with transparency, and as large as the image.
     *
     * @param mask the beginning of the file
     * @param image empty if its size is unknown
     */
    static void checkMask(Parameters parameters, byte[] mask, Optional<Dimensions> image) {
        Optional<Dimensions> size = ImageHeader.dimensions(mask);
        if (size.isEmpty() || !ImageHeader.hasAlphaPng(mask)) {
            throw parameters.invalid("mask", "Invalid mask: it must be a PNG image with an alpha channel.");
        }
        if (image.isPresent() && !image.equals(size)) {
            throw parameters.invalid(
                    "mask",
                    "Invalid mask: its size " + size.get() + " does not match the size " + image.get()
                            + " of the first image.");
        }
    }
}
