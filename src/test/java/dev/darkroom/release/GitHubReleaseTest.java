package dev.darkroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draft of a release on GitHub, with a script that stands in for gh and records its calls. */
class GitHubReleaseTest {

    @TempDir
    Path dir;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(dir.resolve("release"));
        Files.createFile(folder.resolve("LICENSE"));
        Files.createFile(folder.resolve("darkroom.jar"));
    }

    @Test
    void draftHasTheNotesAndAllFiles() throws Exception {
        assertThat(callsFor("1.2.3", "exit 1"))
                .containsExactly(
                        "release create v1.2.3 --verify-tag --draft --prerelease=false --title Darkroom 1.2.3"
                                + " --notes-file CHANGELOG-1.2.3.md",
                        "release upload v1.2.3 --clobber -- LICENSE darkroom.jar");
    }

    @Test
    void preReleaseIsMarked() throws Exception {
        assertThat(callsFor("1.2.3-rc.1", "exit 1").get(0)).contains("--prerelease=true");
    }

    @Test
    void secondRunReplacesTheFilesOfTheDraft() throws Exception {
        assertThat(callsFor("1.2.3", "echo true"))
                .containsExactly("release upload v1.2.3 --clobber -- LICENSE darkroom.jar");
    }

    private List<String> callsFor(String version, String view) throws Exception {
        Path calls = dir.resolve("calls");
        ReleaseScript.Result result = new ReleaseScript(Files.createDirectory(dir.resolve("bin")))
                .command("gh", "case $2 in view) %s ;; *) echo \"$*\" >>'%s' ;; esac".formatted(view, calls))
                .run("github", folder, version);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return Files.readAllLines(calls);
    }
}
