package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The picture is said to be something else.
 *
 * @param type the media type that it is said to have
 */
public record WrongType(String type) implements FileFault {

    static final FaultType KIND =
            new FaultType("wrong_type", FaultTarget.FILE, "type", List.of("type"), WrongType::read);

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("type", type);
    }

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}");

    private static WrongType read(RuleFields fields) {
        String type = fields.text("type").orElse("text/html");
        if (!MEDIA_TYPE.matcher(type).matches()) {
            throw fields.invalid("type", "It must be a media type such as text/html.");
        }
        return new WrongType(type);
    }
}
