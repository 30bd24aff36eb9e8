package dev.darkroom.server.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ContractRequestsTest {

    @Test
    void findsTheExamplesOfRequests() {
        assertThat(of("""
                paths:
                  /create:
                    post:
                      requestBody:
                        content:
                          application/json:
                            examples:
                              one: {value: {prompt: A lighthouse, n: 2}}
                              two: {value: {prompt: A harbor}}
                  /delete:
                    delete: {}
                """).examples())
                .containsExactly(
                        new ContractRequests.Example("/create", "{\"prompt\":\"A lighthouse\",\"n\":2}"),
                        new ContractRequests.Example("/create", "{\"prompt\":\"A harbor\"}"));
    }

    @Test
    void fillsTheRequiredParametersOfReads() {
        assertThat(of("""
                paths:
                  /balance: {get: {}}
                  /tasks/{task}/{file}.png: {get: {}}
                  /record:
                    get:
                      parameters:
                        - {name: taskId, in: query, required: true}
                        - {name: verbose, in: query}
                        - {name: X-Trace, in: header, required: true}
                """).reads("7")).containsExactly("/balance", "/tasks/7/7.png", "/record?taskId=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aigenerate", "aivideoapi", "azure", "getimg", "openai", "reapi"})
    void everyContractHasExamples(String dialect) throws IOException {
        ContractRequests contract = of(Files.readString(Path.of("src/main/resources/contract", dialect + ".yaml")));

        assertThat(contract.examples()).isNotEmpty().noneMatch(example -> example.path()
                .contains("{"));
        assertThat(contract.reads("7")).noneMatch(path -> path.contains("{"));
    }

    /** At Azure, there is nothing to read. */
    @ParameterizedTest
    @ValueSource(strings = {"aigenerate", "aivideoapi", "getimg", "openai", "reapi"})
    void otherContractsHaveReads(String dialect) throws IOException {
        ContractRequests contract = of(Files.readString(Path.of("src/main/resources/contract", dialect + ".yaml")));

        assertThat(contract.reads("7")).isNotEmpty();
    }

    private static ContractRequests of(String yaml) {
        return ContractRequests.of(Json.encode(new Yaml().load(yaml)));
    }
}
