package dev.darkroom.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts of src/release, with commands that stand in for those of the machine. */
final class ReleaseScript {

    private final Path commands;
    private final Map<String, String> environment = new HashMap<>();

    record Result(int exitCode, String output) {}

    /** @param commands an empty folder */
    ReleaseScript(Path commands) {
        this.commands = commands;
        environment.put("PATH", commands + ":" + System.getenv("PATH"));
    }

    /** Lets a command run these lines of shell instead. */
    ReleaseScript command(String name, String lines) throws IOException {
        Path script = Files.writeString(commands.resolve(name), "#!/bin/sh\n" + lines + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + script + " executable.");
        }
        return this;
    }

    ReleaseScript environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs a script, and returns what it wrote to standard output and standard error. */
    Result run(String name, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("src/release/" + name));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return new Result(process.waitFor(), output);
    }
}
