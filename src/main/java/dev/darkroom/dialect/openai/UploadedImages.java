package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.http.MultipartBody;
import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.image.Dimensions;
import dev.darkroom.image.ImageHeader;
import dev.darkroom.image.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images and the mask of a form (providers/openai.md §4). Texts without a source are inferred. */
record UploadedImages(Parameters parameters, MultipartBody form, OpenAiConfig config) {

    static final int MAX_IMAGES = 16;
    static final long MAX_BYTES = 50L << 20;
    private static final long MAX_MASK_BYTES = 4L << 20;
    private static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/webp");

    /** @throws ApiException if an image or the mask is not valid */
    List<Reference> read() {
        List<FilePart> images = Stream.concat(form.files("image").stream(), form.files("image[]").stream())
                .toList();
        if (images.isEmpty()) {
            throw form.texts("image").isEmpty() && form.texts("image[]").isEmpty()
                    ? parameters.missing("image")
                    : parameters.wrongType("image", "a file", "");
        }
        if (images.size() > MAX_IMAGES) {
            throw ImageErrors.tooManyImages("image", images.size());
        }
        List<Reference> references = new ArrayList<>(images.size());
        for (FilePart image : images) {
            check(image, references.size() + 1);
            references.add(image.upload());
        }
        checkMask(images.get(0));
        return references;
    }

    private void check(FilePart image, int number) {
        if (config.strictUploadTypes() && !TYPES.contains(image.mediaType())) {
            throw parameters.invalid(
                    image.name(),
                    "Invalid file 'image': unsupported mimetype ('" + ErrorTexts.quoted(image.mediaType())
                            + "'). Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.");
        }
        if (image.size() >= MAX_BYTES) {
            throw parameters.invalid(
                    image.name(), "Invalid file 'image': the file of image " + number + " must be smaller than 50 MB.");
        }
        if (!isImage(image.start())) {
            throw ImageErrors.invalidFile(number);
        }
    }

    /** The mask applies to the first image. */
    private void checkMask(FilePart image) {
        List<FilePart> masks = form.files("mask");
        if (masks.isEmpty()) {
            if (!form.texts("mask").isEmpty()) {
                throw parameters.wrongType("mask", "a file", "");
            }
            return;
        }
        FilePart mask = masks.get(0);
        if (mask.size() >= MAX_MASK_BYTES) {
            throw parameters.invalid("mask", "Invalid file 'mask': the file must be smaller than 4 MB.");
        }
        ImageErrors.checkMask(parameters, mask.start(), dimensions(image));
    }

    /** GIF files are no images to edit. */
    static boolean isImage(byte[] start) {
        return ImageHeader.format(start)
                        .filter(format -> format != ImageHeader.Format.GIF)
                        .isPresent()
                && ImageHeader.dimensions(start).isPresent();
    }

    private static Optional<Dimensions> dimensions(FilePart file) {
        return ImageHeader.dimensions(file.start());
    }
}
