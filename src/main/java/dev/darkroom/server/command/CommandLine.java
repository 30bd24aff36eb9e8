package dev.darkroom.server.command;

import dev.darkroom.http.json.Suggestions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The meaning of the arguments that Darkroom was started with.
 *
 * @param settings the settings that its options stand for, by name
 */
public record CommandLine(Command command, Map<String, String> settings) {

    private static final String PROPERTY = "-D";
    private static final List<String> SETTING_PREFIXES = List.of("--darkroom.", "--quarkus.");
    private static final List<String> WORDS =
            Stream.concat(Option.NAMES.stream(), Command.WORDS.stream()).toList();

    public CommandLine {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads the arguments. A value follows its option after {@code =} or as the next argument.
     *
     * @throws UsageException for the first argument that is invalid
     */
    public static CommandLine parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Map<String, String> settings = new LinkedHashMap<>();
        Command command = Command.SERVE;
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.startsWith(PROPERTY)) {
                addProperty(argument, settings);
            } else if (Command.of(argument).isPresent()) {
                command = combined(command, Command.of(argument).get());
            } else {
                addOption(argument, rest, settings);
            }
        }
        return new CommandLine(command, settings);
    }

    /** {@code --help} explains everything, so it may follow any command. */
    private static Command combined(Command first, Command second) {
        if (first == Command.HELP || second == Command.HELP) {
            return Command.HELP;
        }
        if (first != Command.SERVE && first != second) {
            throw new UsageException("Only one of health, ca, train and --version is possible at a time.");
        }
        return second;
    }

    /** As in the arguments of {@code java} itself, {@code -Dname} alone means true. */
    private static void addProperty(String argument, Map<String, String> settings) {
        String[] property = argument.substring(PROPERTY.length()).split("=", 2);
        if (property[0].isEmpty()) {
            throw new UsageException("-D needs the name and the value of a setting: -Dname=value.");
        }
        settings.put(property[0], property.length > 1 ? property[1] : "true");
    }

    private static void addOption(String argument, Deque<String> rest, Map<String, String> settings) {
        String[] parts = argument.split("=", 2);
        Option option = Option.named(parts[0]).orElseThrow(() -> unknown(argument, parts[0]));
        String value = parts.length > 1 ? parts[1] : next(option, rest);
        if (settings.put(option.setting(), option.checked(value)) != null) {
            throw new UsageException(option.optionName() + " is given twice.");
        }
    }

    private static String next(Option option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw option.missingValue();
        }
        return rest.pop();
    }

    private static UsageException unknown(String argument, String name) {
        if (Command.of(name).isPresent()) {
            return new UsageException(name + " takes no value.");
        }
        String kind = name.startsWith("-") ? " is not an option" : " is not a command";
        return new UsageException("'" + name + "'" + kind + hint(argument, name) + " --help lists them all.");
    }

    private static String hint(String argument, String name) {
        if (SETTING_PREFIXES.stream().anyMatch(name::startsWith)) {
            return "; did you mean -D" + argument.substring(2) + "?";
        }
        return Suggestions.closest(name, WORDS)
                .or(() -> Suggestions.closest("--" + name.replaceFirst("^-+", ""), WORDS))
                .map(word -> "; did you mean " + word + "?")
                .orElse(".");
    }
}
