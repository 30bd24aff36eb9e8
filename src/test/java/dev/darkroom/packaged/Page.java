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

/** The commands of a page, each with the answer that the page shows for it, if it shows one. */
record Page(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```(bash|json|text)\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "=== next ===";

    static Page read(Path file) throws IOException {
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
        return new Page(steps);
    }

    /** All of it as one script, for a server at a port of this machine; a command that fails ends it. */
    String script(int port) {
        StringBuilder script = new StringBuilder("set -e -o pipefail\n");
        steps.forEach(step -> script.append(step.command()).append("\necho; echo '" + MARK + "'\n"));
        return script.toString().replace("localhost:8080", "localhost:" + port);
    }

    /** Runs the {@link #script}, and holds what it says against what the page shows. */
    void isTrue(ProcessBuilder bash, Path complaints) throws IOException, InterruptedException {
        Process shell = bash.redirectError(complaints.toFile()).start();
        String[] answers = new String(shell.getInputStream().readAllBytes(), UTF_8).split(MARK);

        assertThat(shell.waitFor())
                .as(() -> "After " + (answers.length - 1) + " of " + steps.size() + " commands: " + text(complaints))
                .isZero();
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).mayAnswer(answers[i].strip());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    record Step(String command, Optional<String> answer) {

        /** What refuses a request; a fault that is shown has no message. */
        private static final String REFUSAL = "\"error\":\\{\"code\":\"\\w+\",\"message\"";

        private void mayAnswer(String given) {
            answer.ifPresentOrElse(
                    said -> assertThat(Shape.of(given)).as(command).isEqualTo(Shape.of(said)),
                    () -> assertThat(given).as(command).doesNotContainPattern(REFUSAL));
        }
    }
}
