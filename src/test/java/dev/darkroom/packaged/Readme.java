package dev.darkroom.packaged;

import java.io.IOException;
import java.nio.file.Path;

/** The commands of the README. */
record Readme(DocumentationPage page) {

    static Readme read() throws IOException {
        return new Readme(DocumentationPage.read(Path.of("README.md")));
    }

    /** The commands that download a release and run it. */
    String downloadAndRun() {
        return command(0);
    }

    /** The commands that build and run the server. */
    String buildAndRun() {
        return command(1);
    }

    /** The command that runs the tests. */
    String test() {
        return command(page.steps().size() - 1);
    }

    /** The commands to run while the server is up. */
    DocumentationPage requests() {
        return new DocumentationPage(page.steps().subList(2, page.steps().size() - 1));
    }

    private String command(int step) {
        return page.steps().get(step).command();
    }
}
