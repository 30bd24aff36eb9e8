package dev.darkroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void startsTheServerWithoutArguments() {
        assertThat(CommandLine.parse()).isEqualTo(new CommandLine(Command.SERVE, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 0 --tls-port 9443 --port-file ports --parent stdin -Ddarkroom.seed=5",
                "-Ddarkroom.seed=5 --port=0 --parent=stdin --tls-port=9443 --port-file=ports",
            })
    void readsSettingsInEitherSpelling(String arguments) {
        CommandLine line = CommandLine.parse(arguments.split(" "));

        assertThat(line.command()).isEqualTo(Command.SERVE);
        assertThat(line.settings())
                .isEqualTo(Map.of(
                        "quarkus.http.port",
                        "0",
                        "darkroom.tls.port",
                        "9443",
                        "darkroom.port-file",
                        "ports",
                        "darkroom.parent",
                        "stdin",
                        "darkroom.seed",
                        "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "health,HEALTH",
        "ca,CA",
        "train,TRAIN",
        "--help,HELP",
        "--version,VERSION",
        "health --help,HELP",
        "--help health,HELP",
        "health --port 9,HEALTH",
        "--port=9 health,HEALTH"
    })
    void readsCommands(String arguments, Command command) {
        assertThat(CommandLine.parse(arguments.split(" ")).command()).isEqualTo(command);
    }

    @Test
    void readsValuesAsTheyAre() {
        assertThat(CommandLine.parse("-Dmy.url=http://a?b=c", "-Dmy.flag", "--port-file", "a b=c")
                        .settings())
                .isEqualTo(Map.of("my.url", "http://a?b=c", "my.flag", "true", "darkroom.port-file", "a b=c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "--prot 5; '--prot' is not an option; did you mean --port?",
                "--tlsport=5; '--tlsport' is not an option; did you mean --tls-port?",
                "-port 5; '-port' is not an option; did you mean --port?",
                "helth; 'helth' is not a command; did you mean health?",
                "version; 'version' is not a command; did you mean --version?",
                "8080; '8080' is not a command. --help lists them all.",
                "-x; '-x' is not an option. --help lists them all.",
                "--darkroom.seed=5; '--darkroom.seed' is not an option; did you mean -Ddarkroom.seed=5?",
                "--help=yes; --help takes no value.",
                "--port; --port needs a value: --port PORT, a port from 0 to 65535.",
                "--port=; --port needs a value",
                "--port --tls-port 5; --port needs a value",
                "--port -1; --port=-1 must be a port from 0 to 65535.",
                "--tls-port 65536; --tls-port=65536 must be a port from 0 to 65535.",
                "--port http; --port=http must be a port",
                "--port 1 --port 2; --port is given twice.",
                "health ca; Only one of health, ca, train and --version",
                "-D=5; -D needs the name and the value of a setting"
            })
    void rejectsInvalidArguments(String arguments, String error) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(error);
    }

    @Test
    void describesEveryOptionAndCommand() {
        assertThat(HelpText.TEXT)
                .contains(Option.NAMES)
                .contains(Command.WORDS)
                .contains(Arrays.stream(Option.values()).map(Option::setting).toList());
    }
}
