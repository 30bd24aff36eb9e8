/** A verification as a test with JUnit. It needs no library besides JUnit. */

export const name = "Java";

export const note = "Save it as ClientRequestsTest.java.";

/** @param request `address`, `json` (the body as indented text) and `hasToken` */
export function code({ address, json, hasToken }) {
  return `import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ClientRequestsTest {

    @Test
    void clientSendsExpectedRequests() throws Exception {
        String verification = """
${indented(escaped(json), 16)}
                """;
        HttpRequest request = HttpRequest.newBuilder(URI.create("${escaped(address)}"))
                .header("Authorization", "Bearer " + System.getenv("DARKROOM_KEY"))${hasToken ? TOKEN : ""}
                .POST(BodyPublishers.ofString(verification))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
    }
}
`;
}

const TOKEN = `
                .header("X-Darkroom-Token", System.getenv("DARKROOM_TOKEN"))`;

/** A text for a text block: without this, """ would end it. */
function escaped(text) {
  return text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"""');
}

function indented(text, spaces) {
  return text.replace(/^/gm, " ".repeat(spaces));
}
