package dev.darkroom.sample;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.api.RequestReader;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartFields;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.Reference;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.TaskSpec;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a create request from JSON, or from a form with uploads. Its vendor limits images, not requests. */
@Singleton
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleGenerationReader implements RequestReader {

    static final int MAX_IMAGES = 10;

    private static final ImageSpec IMAGE = new ImageSpec(new PixelSize(64, 64), "", Output.of(ImageFormat.PNG));

    private final ReferenceReader references;

    SampleGenerationReader(ReferenceReader references) {
        this.references = references;
    }

    @Override
    public boolean acceptsForms() {
        return true;
    }

    @Override
    public int rateUnits(Supplier<FieldReader> body) {
        return count(body.get());
    }

    @Override
    public List<String> warnings(FieldReader body) {
        return List.of();
    }

    @Override
    public String model(FieldReader body) {
        return body.string("model").orElseThrow(() -> body.missing("model"));
    }

    @Override
    public ImageRequest read(FieldReader body) {
        String model = model(body);
        String prompt = body.string("prompt").orElseThrow(() -> body.missing("prompt"));
        References images = references.retain(uploads(body));
        int count = count(body);
        return baseUrl -> new TaskSpec(
                SampleDialect.NAME,
                model,
                model,
                prompt,
                images,
                IMAGE,
                count,
                Credits.of(String.valueOf(count)),
                Optional.empty(),
                baseUrl);
    }

    private static int count(FieldReader body) {
        return body.wholeNumber("n", 1, MAX_IMAGES).orElse(1);
    }

    private static List<Reference> uploads(FieldReader body) {
        return body.object() instanceof MultipartFields form
                ? form.body().files("image[]").stream()
                        .<Reference>map(FilePart::upload)
                        .toList()
                : List.of();
    }
}
