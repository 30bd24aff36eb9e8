package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.KeyValuePair;
import com.drew.metadata.Metadata;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.darkroom.api.fault.BodyCorruption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the metadata back with metadata-extractor. */
class MetadataTest {

    private static final String NAMESPACE = "urn:darkroom:picture";

    private final Placeholder placeholder = new Placeholder();

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void containsTheFacts(ImageFormat format) throws Exception {
        TestImage image = TestImage.SQUARE.withFormat(format).withPrompt("Été, 北京 & <b>\"מה\"</b>\n😀");

        assertThat(read(image))
                .containsEntry("Software", "Darkroom")
                .containsEntry("task_id", "0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa")
                .containsEntry("model", "gpt-image-2")
                .containsEntry("mode", "gpt-image-2-text-to-image")
                .containsEntry("prompt", "Été, 北京 & <b>\"מה\"</b>\n😀")
                .containsEntry("size", "256x256")
                .containsEntry("seed", "42")
                .containsEntry("time", "2026-11-21T10:00:02Z");
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void writesPromptsWithInvalidCharacters(ImageFormat format) throws Exception {
        String prompt = "nul \0 bell \u0007 half \uD800 end ]]> \uFFFE";

        String written =
                read(TestImage.SQUARE.withFormat(format).withPrompt(prompt)).get("prompt");

        assertThat(written).startsWith("nul ").contains("half ", "]]> ").doesNotContain("\0");
    }

    /** A JPEG segment holds at most 65,533 bytes. */
    @Test
    void truncatesPromptThatExceedsAJpegSegment() throws Exception {
        String prompt = "𝄞".repeat(20_000);

        assertThat(read(TestImage.SQUARE.withFormat(ImageFormat.WEBP).withPrompt(prompt)))
                .containsEntry("prompt", prompt);
        assertThat(read(TestImage.SQUARE.withPrompt(prompt))).containsEntry("prompt", prompt);
        assertThat(read(TestImage.SQUARE.withFormat(ImageFormat.JPEG).withPrompt(prompt))
                        .get("prompt"))
                .startsWith("𝄞".repeat(1000))
                .endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "naïve"})
    void pngUsesTextChunkForLatin1(String prompt) {
        byte[] png = placeholder.draw(TestImage.SQUARE.withPrompt(prompt).facts(), List.of());

        assertThat(new String(png, StandardCharsets.ISO_8859_1))
                .contains("tEXtprompt\0" + prompt)
                .doesNotContain("iTXt");
    }

    /** A file that is served as {@code text/html} must not run its prompt, even if the prompt is corrupted. */
    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void containsNoHtmlOfThePrompt(ImageFormat format) throws Exception {
        for (String prompt :
                List.of("<script>alert(1)</script>", "a\"><img src=x onerror=alert(1)>", "&#60;b&#62;", "Plain <b>")) {
            TestImage image = TestImage.SQUARE.withFormat(format).withPrompt(prompt);
            byte[] file = placeholder.draw(image.facts(), List.of());

            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain(prompt, "<script", "<img", "&#60;b");
            assertThat(read(image)).containsEntry("prompt", prompt);
        }
    }

    /** Flipping bits of the prompt must not yield HTML. */
    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void corruptFileContainsNoAscii(ImageFormat format) {
        byte[] file = placeholder.draw(
                TestImage.SQUARE.withFormat(format).withPrompt("i7:1,u:;9:41h").facts(), List.of());
        byte[] corrupt = BodyCorruption.corrupt(new ImageFile(format, file, "tag", false))
                .bytes();

        assertThat(corrupt).hasSameSizeAs(file);
        assertThat(Arrays.copyOfRange(corrupt, 12, corrupt.length)).doesNotContain('<', '>', '&');
        assertThatThrownBy(() -> Decoders.pixels(Decoders.decode(format, corrupt)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void longHtmlPromptIsReadBack() throws Exception {
        String prompt = "<p>𝄞&".repeat(10_000);

        assertThat(read(TestImage.SQUARE.withPrompt(prompt))).containsEntry("prompt", prompt);
    }

    private Map<String, String> read(TestImage image) throws Exception {
        byte[] file = placeholder.draw(image.facts(), List.of());
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        Map<String, String> facts = new TreeMap<>();
        for (PngDirectory directory : metadata.getDirectoriesOfType(PngDirectory.class)) {
            Object texts = directory.getObject(PngDirectory.TAG_TEXTUAL_DATA);
            if (texts instanceof List<?> pairs) {
                pairs.forEach(pair -> {
                    KeyValuePair text = (KeyValuePair) pair;
                    facts.put(text.getKey(), text.getValue().toString());
                });
            }
        }
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            XMPMeta xmp = directory.getXMPMeta();
            for (String name : image.facts().entries().keySet()) {
                facts.put(name, xmp.getPropertyString(NAMESPACE, name));
            }
        }
        return facts;
    }
}
