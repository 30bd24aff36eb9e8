package dev.darkroom.server.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Darkroom does when it is started. */
public enum Command {
    /** Runs the server, without an argument. */
    SERVE(""),
    /** Checks whether the running server is ready. */
    HEALTH("health"),
    /** Prints the path of the certificate of Darkroom's certificate authority. */
    CA("ca"),
    /** Starts a server, sends it requests and stops it, so that Java can write an AOT cache. */
    TRAIN("train"),
    HELP("--help"),
    VERSION("--version");

    static final List<String> WORDS = Arrays.stream(values())
            .filter(command -> command != SERVE)
            .map(command -> command.word)
            .toList();

    private final String word;

    Command(String word) {
        this.word = word;
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command != SERVE && command.word.equals(word))
                .findFirst();
    }

    /** Whether the server has to start for the command. Then {@link #run} cannot run it. */
    public boolean startsServer() {
        return this == SERVE || this == TRAIN;
    }

    /**
     * Runs a command that does not start the server.
     *
     * @param settings as the options and the environment have them
     * @return the exit code of the process
     */
    public int run(StartSettings settings) {
        switch (this) {
            case HEALTH:
                return HealthProbe.isReady(settings) ? 0 : 1;
            case CA:
                return CertificateFile.print(settings) ? 0 : 1;
            case HELP:
                System.out.print(HelpText.TEXT);
                return 0;
            case VERSION:
                System.out.println("Darkroom " + Version.current());
                return 0;
            default:
                throw new IllegalStateException("The server runs in Quarkus.");
        }
    }
}
