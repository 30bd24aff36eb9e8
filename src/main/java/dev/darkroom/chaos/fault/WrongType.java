package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The media type in the response is not that of the image.
 *
 * @param mediaType the media type in the {@code Content-Type} header
 */
public record WrongType(String mediaType) implements FileFault {

    static final FaultType TYPE =
            new FaultType("wrong_type", FaultTarget.FILE, "type", List.of("type"), WrongType::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.OtherMediaType(mediaType));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("type", mediaType);
    }

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}");

    private static WrongType read(FieldReader fields) {
        String mediaType = fields.string("type", RuleFields.MAX_CHARACTERS).orElse("text/html");
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw fields.invalid("type", "It must be a media type such as text/html.");
        }
        return new WrongType(mediaType);
    }
}
