package dev.darkroom.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of the README, each with the answer that the README shows for it, if it shows one. */
record Readme(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```(bash|json|text)\n(.*?)```", Pattern.DOTALL);

    static Readme read() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
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
        return new Readme(steps);
    }

    /** The command that builds and runs the server. */
    String buildAndRun() {
        return steps.get(0).command();
    }

    /** The command that runs it once it is built. */
    String run() {
        return steps.get(1).command();
    }

    /** The command that runs the tests. */
    String test() {
        return steps.get(steps.size() - 1).command();
    }

    /** All that is typed while the server runs. */
    List<Step> calls() {
        return steps.subList(2, steps.size() - 1);
    }

    record Step(String command, Optional<String> answer) {}
}
