package dev.darkroom.image;

import java.time.Instant;

/** The facts of an image, with defaults that a test can change. */
public record TestImage(PixelSize size, Output output, String prompt, References references) {

    public static final TestImage SQUARE =
            new TestImage(new PixelSize(256, 256), Output.of(ImageFormat.PNG), "A lighthouse at dusk", References.NONE);

    public TestImage withSize(int width, int height) {
        return new TestImage(new PixelSize(width, height), output, prompt, references);
    }

    public TestImage withFormat(ImageFormat format) {
        return withOutput(Output.of(format));
    }

    public TestImage withOutput(Output output) {
        return new TestImage(size, output, prompt, references);
    }

    public TestImage withPrompt(String prompt) {
        return new TestImage(size, output, prompt, references);
    }

    public TestImage withReferences(References references) {
        return new TestImage(size, output, prompt, references);
    }

    public ImageFacts facts() {
        return new ImageFacts(
                "0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa",
                0,
                1,
                "gpt-image-2",
                references.count() == 0 ? "gpt-image-2-text-to-image" : "gpt-image-2-image-to-image",
                prompt,
                new ImageSpec(size, "1k", output),
                references,
                42,
                Instant.parse("2026-11-21T10:00:02Z"),
                ImageFacts.FINISHED);
    }
}
