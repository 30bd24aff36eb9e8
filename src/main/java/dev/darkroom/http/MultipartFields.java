package dev.darkroom.http;

import dev.darkroom.field.ObjectValue;
import java.util.List;

/**
 * The text parts of a form for a {@link dev.darkroom.field.FieldReader}. A name that occurs several times has a list of
 * strings. File parts have a name and no value; {@link MultipartBody#files} returns them.
 */
public record MultipartFields(MultipartBody body) implements ObjectValue {

    @Override
    public Object get(String name) {
        List<String> texts = body.texts(name);
        if (texts.isEmpty()) {
            return null;
        }
        return texts.size() == 1 ? texts.get(0) : texts;
    }

    @Override
    public boolean contains(String name) {
        return body.parts().stream().anyMatch(part -> part.name().equals(name));
    }

    @Override
    public List<String> names() {
        return body.names();
    }

    @Override
    public int size() {
        return names().size();
    }

    @Override
    public boolean isTyped() {
        return false;
    }
}
