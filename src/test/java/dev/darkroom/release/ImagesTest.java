package dev.darkroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images of a release, with scripts that stand in for docker and cosign and record their calls. */
class ImagesTest {

    private static final String IMAGE = "registry.example/darkroom";
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @TempDir
    Path dir;

    private ReleaseScript script;

    @BeforeEach
    void replaceDocker() throws Exception {
        Path calls = dir.resolve("calls");
        script = new ReleaseScript(Files.createDirectory(dir.resolve("bin")))
                .command("docker", """
                        echo "docker $*" >>'%s'
                        case "$*" in
                        *inspect*) echo sha256:%s ;;
                        *--metadata-file*)
                          while [ "$1" != --metadata-file ]; do shift; done
                          printf '{\\n  "containerimage.digest": "sha256:%s"\\n}' >"$2" ;;
                        esac""".formatted(calls, DIGEST, DIGEST))
                .command("cosign", "echo \"cosign $*\" >>'" + calls + "'");
    }

    @Test
    void imageIsPushedByDigestWithProvenanceAndListOfLibraries() throws Exception {
        ReleaseScript.Result result = script.run("image", "native", IMAGE, "1.2.3", dir.resolve("images"));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(calls())
                .contains(
                        "docker buildx build . --file docker/Dockerfile.native",
                        "--build-arg SOURCE=prebuilt --build-arg VERSION=1.2.3",
                        "--provenance mode=max --sbom true",
                        "type=image,name=" + IMAGE + ",push-by-digest=true,name-canonical=true,push=true");
        try (Stream<Path> digests = Files.list(dir.resolve("images"))) {
            assertThat(digests).containsExactly(dir.resolve("images/native-" + DIGEST));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jvm, 1.2.3, 1.2.3 1.2 latest",
        "native, 1.2.3, 1.2.3-native 1.2-native native",
        "jvm, 1.2.3-rc.1, 1.2.3-rc.1",
        "native, 1.2.3-rc.1, 1.2.3-rc.1-native"
    })
    void imagesOfBothProcessorsGetTheTagsOfTheVersion(String kind, String version, String tags) throws Exception {
        Path images = Files.createDirectory(dir.resolve("images"));
        for (String digest : new String[] {"jvm-a1", "jvm-a2", "native-b1", "native-b2"}) {
            Files.createFile(images.resolve(digest));
        }

        script.run("tag", kind, IMAGE, version, images);

        StringBuilder expected = new StringBuilder("docker buildx imagetools create");
        for (String tag : tags.split(" ")) {
            expected.append(" --tag ").append(IMAGE).append(':').append(tag);
        }
        String letter = kind.equals("jvm") ? "a" : "b";
        for (int processor = 1; processor <= 2; processor++) {
            expected.append(' ').append(IMAGE).append("@sha256:").append(letter).append(processor);
        }
        assertThat(calls().lines())
                .contains(expected.toString(), "cosign sign --yes --recursive " + IMAGE + "@sha256:" + DIGEST);
    }

    private String calls() throws Exception {
        return Files.readString(dir.resolve("calls"));
    }
}
