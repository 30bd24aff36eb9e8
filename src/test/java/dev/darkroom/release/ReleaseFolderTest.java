package dev.darkroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The check of a release's folder finds every defect. Files with texts stand in for the jars and executables; the Maven
 * profile "release" runs the check on real ones.
 */
class ReleaseFolderTest {

    private static final String POM = """
            <project>
              <groupId>dev.darkroom</groupId>
              <artifactId>darkroom</artifactId>
              <version>1.2.3</version>
              <name>Darkroom</name>
              <description>A server.</description>
              <url>https://darkroom.example</url>
              <licenses></licenses><developers></developers><scm></scm>
            </project>
            """;

    private static final String EXECUTABLE = "#!/bin/sh\necho Darkroom 1.2.3\n";

    @TempDir
    Path dir;

    private Path folder;
    private ReleaseScript script;

    @BeforeEach
    void createCompleteFolder() throws Exception {
        folder = Files.createDirectories(dir.resolve("release"));
        Path java = Files.createDirectories(dir.resolve("java/bin"));
        script = new ReleaseScript(java)
                .command("java", "echo Darkroom 1.2.3")
                .command("jar", "cat \"$3\"")
                .command("maven", "exit 0")
                .environment("JAVA_HOME", java.getParent().toString())
                .environment("MAVEN", java.resolve("maven").toString());
        write("darkroom-1.2.3.jar", "META-INF/THIRD-PARTY.txt\n");
        write("darkroom.jar", "META-INF/THIRD-PARTY.txt\n");
        write("darkroom-1.2.3-sources.jar", "dev/darkroom/server/Main.java\n");
        write("darkroom-1.2.3-javadoc.jar", "dev/darkroom/sandbox/Sandbox.html\n");
        write("darkroom-1.2.3.pom", POM);
        write("darkroom-1.2.3-cyclonedx.json", "{\"purl\": \"pkg:maven/dev.darkroom/darkroom@1.2.3?type=jar\"}");
        write("LICENSE", "license");
        write("THIRD-PARTY.txt", "licenses");
        write("CHANGELOG-1.2.3.md", "- First.");
        for (String platform : new String[] {"linux-x86_64", "linux-aarch64", "macos-aarch64", "windows-x86_64.exe"}) {
            write("darkroom-1.2.3-" + platform, EXECUTABLE);
        }
        script.run("sums", folder);
    }

    @Test
    void completeFolderPasses() throws Exception {
        assertThat(check())
                .isEqualTo(new ReleaseScript.Result(0, folder + " has all that the release of 1.2.3 needs: 14 files."));
    }

    @Test
    void oneMachineHasOnlyItsOwnExecutable() throws Exception {
        Files.delete(folder.resolve("darkroom-1.2.3-windows-x86_64.exe"));
        script.run("sums", folder);

        assertThat(check().output()).isEqualTo(folder + ": darkroom-1.2.3-windows-x86_64.exe is missing or empty");
        assertThat(script.run("check", folder, "1.2.3").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    darkroom-1.2.3-sources.jar,    '',                  darkroom-1.2.3-sources.jar is missing or empty
                    darkroom-1.2.2.jar,            old,                 darkroom-1.2.2.jar does not belong to the release
                    darkroom.jar,                  other,               darkroom.jar differs from darkroom-1.2.3.jar
                    darkroom-1.2.3.jar,            no licenses,         darkroom-1.2.3.jar does not contain META-INF/THIRD-PARTY.txt
                    darkroom-1.2.3-javadoc.jar,    index.html,          darkroom-1.2.3-javadoc.jar does not contain dev/darkroom/sandbox/Sandbox.html
                    darkroom-1.2.3.pom,            <dependencies>,      darkroom-1.2.3.pom has <dependenc; it must be flat
                    darkroom-1.2.3.pom,            ${revision},         darkroom-1.2.3.pom has ${; it must be flat
                    darkroom-1.2.3.pom,            <project>,           darkroom-1.2.3.pom lacks <version>1.2.3
                    darkroom-1.2.3-cyclonedx.json, darkroom@1.2.2,      darkroom-1.2.3-cyclonedx.json does not describe Darkroom 1.2.3
                    """)
    void eachDefectIsNamed(String file, String content, String problem) throws Exception {
        write(file, content);
        script.run("sums", folder);

        ReleaseScript.Result result = check();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains(folder + ": " + problem);
    }

    @Test
    void changedFileDoesNotMatchItsChecksum() throws Exception {
        write("LICENSE", "another license");

        assertThat(check().output()).isEqualTo(folder + ": SHA256SUMS does not match the files");
    }

    @Test
    void everyFileNeedsChecksum() throws Exception {
        Path sums = folder.resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replaceFirst(".*LICENSE\n", ""));

        assertThat(check().output()).isEqualTo(folder + ": SHA256SUMS lacks LICENSE");
    }

    @Test
    void jarAndExecutableMustPrintTheVersion() throws Exception {
        script.command("java", "echo Darkroom 1.2.2");
        script.command("uname", "test \"$1\" = -s && echo Linux || echo aarch64");
        write("darkroom-1.2.3-linux-aarch64", EXECUTABLE.replace("1.2.3", "1.2.3-SNAPSHOT"));
        script.run("sums", folder);

        assertThat(check().output().lines())
                .containsExactly(
                        folder + ": darkroom-1.2.3.jar --version printed \"Darkroom 1.2.2\", not \"Darkroom 1.2.3\"",
                        folder
                                + ": darkroom-1.2.3-linux-aarch64 --version printed \"Darkroom 1.2.3-SNAPSHOT\", not \"Darkroom 1.2.3\"");
    }

    @Test
    void mavenMustBeAbleToReadThePom() throws Exception {
        script.command("maven", "echo \"$@\"; exit 1");

        assertThat(check().output().lines())
                .containsExactly(
                        "-q -f darkroom-1.2.3.pom validate", folder + ": Maven cannot read darkroom-1.2.3.pom");
    }

    private ReleaseScript.Result check() throws IOException, InterruptedException {
        return script.run("check", folder, "1.2.3", "--all");
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
