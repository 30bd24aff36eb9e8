package dev.darkroom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container file.
 *
 * @param arguments the defaults of the arguments before the first stage
 * @param stages in the order of the file; the last one becomes the image
 */
record Dockerfile(Map<String, String> arguments, List<Stage> stages) {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\R\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** @param keyword in upper case */
    record Instruction(String keyword, String text) {

        boolean is(String keyword) {
            return this.keyword.equals(keyword);
        }

        /** The paths that COPY reads; the last word is where it writes. */
        List<String> sources() {
            List<String> words = Stream.of(text.split("\\s+"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            return words.subList(0, words.size() - 1);
        }

        /** The stage that COPY reads from; empty for the build context. */
        String from() {
            Matcher from = Pattern.compile("--from=(\\S+)").matcher(text);
            return from.find() ? from.group(1) : "";
        }
    }

    /** @param base what FROM says */
    record Stage(String base, String name, List<Instruction> instructions) {

        List<String> texts(String keyword) {
            return instructions.stream()
                    .filter(instruction -> instruction.is(keyword))
                    .map(Instruction::text)
                    .toList();
        }
    }

    static Dockerfile read(Path file) throws IOException {
        Map<String, String> arguments = new TreeMap<>();
        List<Stage> stages = new ArrayList<>();
        for (Instruction instruction : instructions(Files.readString(file))) {
            if (instruction.is("FROM")) {
                String[] words = instruction.text().split("\\s+");
                stages.add(new Stage(words[0], words.length > 2 ? words[2] : "", new ArrayList<>()));
            } else if (stages.isEmpty()) {
                String[] argument = instruction.text().split("=", 2);
                arguments.put(argument[0], argument[1]);
            } else {
                stages.get(stages.size() - 1).instructions().add(instruction);
            }
        }
        return new Dockerfile(arguments, stages);
    }

    private static List<Instruction> instructions(String text) {
        String withoutComments = text.replaceAll("(?m)^\\s*#.*\\R", "");
        return CONTINUED
                .matcher(withoutComments)
                .replaceAll(" ")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+", 2))
                .map(line -> new Instruction(line[0].toUpperCase(Locale.ROOT), line[1]))
                .toList();
    }

    Stage image() {
        return stages.get(stages.size() - 1);
    }

    List<Instruction> instructions() {
        return stages.stream().flatMap(stage -> stage.instructions().stream()).toList();
    }

    /** The text with the defaults of the arguments, and with this platform as the target. */
    String resolve(String text, String platform) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> variable.group(1).equals("TARGETARCH")
                        ? platform
                        : arguments.getOrDefault(variable.group(1), ""));
    }
}
