package dev.darkroom.server.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleAddressTest {

    @ParameterizedTest
    @CsvSource({
        "                              , localhost , http://localhost:8080/_darkroom/console",
        "                              , 10.1.2.3  , http://10.1.2.3:8080/_darkroom/console",
        "                              , 0.0.0.0   , http://localhost:8080/_darkroom/console",
        "                              , ::        , http://localhost:8080/_darkroom/console",
        "                              , fe80::1   , http://[fe80::1]:8080/_darkroom/console",
        "https://fakes.example/darkroom, 0.0.0.0   , https://fakes.example/darkroom/_darkroom/console",
        "https://fakes.example/        , localhost , https://fakes.example/_darkroom/console"
    })
    void browsersCanOpenIt(String publicUrl, String host, String address) {
        assertThat(ConsoleAddress.of(Optional.ofNullable(publicUrl), host, 8080))
                .isEqualTo(address);
    }
}
