package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands on a Markdown page, each with the response that the page shows for it, if any. */
record DocumentationPage(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```(bash|json|text)\n(.*?)```", Pattern.DOTALL);
    private static final String SEPARATOR = "=== next ===";

    static DocumentationPage read(Path file) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(file));
        List<Step> steps = new ArrayList<>();
        while (block.find()) {
            String text = block.group(2).strip();
            if (block.group(1).equals("bash")) {
                steps.add(new Step(text, Optional.empty()));
            } else {
                Step step = steps.remove(steps.size() - 1);
                steps.add(new Step(step.command(), Optional.of(text)));
            }
        }
        return new DocumentationPage(steps);
    }

    /** All commands as one script, for a server on a local port. The script stops at the first command that fails. */
    String script(int port) {
        StringBuilder script = new StringBuilder("set -e -o pipefail\n");
        steps.forEach(step -> script.append(step.script()).append("\necho; echo '" + SEPARATOR + "'\n"));
        return script.toString()
                .replace("localhost:8080", "localhost:" + port)
                .replace("proxyPort=8080", "proxyPort=" + port);
    }

    /** The same for a server that also serves HTTPS on another port than the usual one. */
    String script(int port, int httpsPort) {
        return script(port).replace("localhost:8443", "localhost:" + httpsPort);
    }

    /** Runs the {@link #script} and compares its output with the responses that the page shows. */
    void verify(ProcessBuilder bash, Path stderr) throws IOException, InterruptedException {
        Process shell = bash.redirectError(stderr.toFile()).start();
        String[] outputs = new String(shell.getInputStream().readAllBytes(), UTF_8).split(SEPARATOR);

        assertThat(shell.waitFor())
                .as(() -> "After " + (outputs.length - 1) + " of " + steps.size() + " commands: " + text(stderr))
                .isZero();
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).verify(outputs[i].strip());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    record Step(String command, Optional<String> response) {

        /** Matches an error response. A fault listed in a response has no message, so it does not match. */
        private static final String ERROR = "\"error\":\\{\"code\":\"\\w+\",\"message\"";

        /** The programs that some commands need, and that not every machine has. */
        private static final List<String> PROGRAMS = List.of("node -", "openssl dgst", "python3 -");

        private static final String SKIPPED = "not installed: ";

        /** The command, unless it needs a program that this machine does not have. */
        private String script() {
            return PROGRAMS.stream()
                    .filter(program -> Pattern.compile("(?m)(^|\\s)" + program)
                            .matcher(command)
                            .find())
                    .findFirst()
                    .map(program -> program.substring(0, program.indexOf(' ')))
                    .map(name -> "if command -v " + name + " >/dev/null; then\n" + command + "\nelse echo '" + SKIPPED
                            + name + "'; fi")
                    .orElse(command);
        }

        private void verify(String output) {
            if (output.startsWith(SKIPPED)) {
                return;
            }
            response.ifPresentOrElse(
                    expected -> assertThat(Shape.of(output)).as(command).isEqualTo(Shape.of(expected)),
                    () -> assertThat(output).as(command).doesNotContainPattern(ERROR));
        }
    }
}
