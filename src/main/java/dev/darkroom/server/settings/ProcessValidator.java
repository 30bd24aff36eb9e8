package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import dev.darkroom.server.log.RequestLogLevel;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Checks the settings of the process: its port, its port file, its parent and its log. */
@Singleton
class ProcessValidator implements ConfigValidator {

    private static final String PORT = "quarkus.http.port";

    private final Config config;
    private final ProcessConfig process;
    private final LogConfig log;

    ProcessValidator(Config config, ProcessConfig process, LogConfig log) {
        this.config = config;
        this.process = process;
        this.log = log;
    }

    @Override
    public List<String> errors() {
        SettingErrors errors = SettingErrors.under("darkroom.");
        process.parent()
                .ifPresent(parent -> errors.require(
                        isParent(parent),
                        "parent",
                        parent,
                        ProcessConfig.STANDARD_INPUT + " or the id of another process that runs"));
        process.portFile()
                .ifPresent(file -> errors.require(
                        isWritable(file), "port-file", file, "the path of a file in a folder that can be written to"));
        errors.require(
                RequestLogLevel.parse(log.requests()).isPresent(),
                "log.requests",
                log.requests(),
                RequestLogLevel.RULE);
        return Stream.concat(portErrors().stream(), errors.all().stream()).toList();
    }

    private List<String> portErrors() {
        SettingErrors errors = SettingErrors.under("");
        config.getOptionalValue(PORT, Integer.class).ifPresent(port -> errors.port(PORT, port));
        return errors.all();
    }

    private static boolean isParent(String parent) {
        return parent.equals(ProcessConfig.STANDARD_INPUT)
                || parent.matches("\\d{1,18}")
                        && Long.parseLong(parent) != ProcessHandle.current().pid()
                        && ProcessHandle.of(Long.parseLong(parent)).isPresent();
    }

    private static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) && !Files.isDirectory(file);
    }
}
