package dev.darkroom.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class AsciiCaseTest {

    @Property
    void isLowerCaseOfAscii(@ForAll @CharRange(from = 0, to = 127) String text) {
        assertThat(AsciiCase.lower(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    /** For such a text, {@link String#toLowerCase} takes minutes. */
    @Test
    void keepsOtherLetters() {
        String text = "\u03A3\u0130\u00C4".repeat(100_000);

        assertThat(AsciiCase.lower(text)).isSameAs(text);
        assertThat(AsciiCase.lower(text + "Z")).isEqualTo(text + "z");
    }
}
