package dev.darkroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of a tag, and the section of the changelog about it. */
class ReleaseNotesTest {

    private static final String CHANGELOG = """
            # Changelog

            ## Unreleased

            - Third.

            ## 1.10.0 (2027-02-01)

            - Second,
              in two lines.

            ## 1.1.0 (soon)

            - Undated.

            ## 1.0.0 (2026-12-31)
            """;

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"v1.2.3,1.2.3", "v0.10.0,0.10.0", "v1.0.0-rc.2,1.0.0-rc.2"})
    void tagNamesVersion(String tag, String version) throws Exception {
        assertThat(run("version", tag)).isEqualTo(new ReleaseScript.Result(0, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "v1.2", "v01.2.3", "v1.2.3-SNAPSHOT", "v1.2.3-rc", "v1.2.3 ", "main"})
    void otherTagsAreRejected(String tag) throws Exception {
        ReleaseScript.Result result = run("version", tag);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).startsWith(tag + " is not the tag of a release.");
    }

    @Test
    void notesAreTheSectionOfTheVersion() throws Exception {
        assertThat(notes("1.10.0")).isEqualTo(new ReleaseScript.Result(0, "- Second,\n  in two lines."));
        assertThat(notes("1.11.0-SNAPSHOT")).isEqualTo(new ReleaseScript.Result(0, "- Third."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.0", "1.1.0", "1.0.0", "110.0"})
    void versionsWithoutDatedOrWithEmptySectionAreRejected(String version) throws Exception {
        ReleaseScript.Result result = notes(version);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("says nothing below \"## " + version + " (YYYY-MM-DD)\"");
    }

    @Test
    void snapshotIsDescribedAfterReleaseToo() throws Exception {
        Path changelog =
                Files.writeString(dir.resolve("CHANGELOG.md"), "# Changelog\n\n## 1.0.0 (2026-12-31)\n\n- First.\n");

        assertThat(run("notes", "1.0.1-SNAPSHOT", changelog)).isEqualTo(new ReleaseScript.Result(0, "- First."));
    }

    @Test
    void changelogDescribesTheNextVersion() throws Exception {
        assertThat(run("notes", "9.9.9-SNAPSHOT").output()).startsWith("- ");
    }

    private ReleaseScript.Result notes(String version) throws Exception {
        return run("notes", version, Files.writeString(dir.resolve("CHANGELOG.md"), CHANGELOG));
    }

    private ReleaseScript.Result run(String script, Object... arguments) throws Exception {
        return new ReleaseScript(dir).run(script, arguments);
    }
}
