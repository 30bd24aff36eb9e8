package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.report.ClientHistoryBuilder;
import dev.darkroom.journal.report.FindingType;
import dev.darkroom.journal.report.Report;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTest {

    private static final String HOSTILE = "/v1/]]><x a=\"&'\u0000\u001b\uD800\uFFFE\uD83D\uDE00\r\n";

    @Test
    void cleanReportIsASuiteOfPassingTests() throws Exception {
        Element suite = parse(new ClientHistoryBuilder().report());

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("darkroom");
        assertThat(suite.getAttribute("tests")).isEqualTo("12");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        NodeList tests = suite.getElementsByTagName("testcase");
        assertThat(tests.getLength()).isEqualTo(12);
        assertThat(((Element) tests.item(0)).getAttribute("name")).isEqualTo("polled_finished_task");
        assertThat(((Element) tests.item(0)).getAttribute("classname")).isEqualTo("darkroom.client-report");
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
        assertThat(((Element) suite.getElementsByTagName("property").item(0)).getAttribute("value"))
                .isEqualTo("sk-1…");
    }

    @Test
    void testHasAFailureForEachFindingOfItsKind() throws Exception {
        ClientHistoryBuilder history = refused("/v1/credits");
        Element suite = parse(refused(history, "/v1/other").report());

        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        NodeList failures = suite.getElementsByTagName("failure");
        assertThat(failures.getLength()).isEqualTo(2);
        Element failure = (Element) failures.item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("retried_refusal");
        assertThat(failure.getAttribute("type")).isEqualTo("retried_refusal");
        assertThat(failure.getAttribute("message")).startsWith("GET /v1/credits was sent again unchanged once");
        assertThat(failure.getTextContent())
                .isEqualTo(FindingType.RETRIED_REFUSAL.advice()
                        + "\nSee a page <&>.\n#1 GET /v1/credits -> 401\n#2 GET /v1/credits -> 401");
    }

    @Test
    void escapesHostilePaths() throws Exception {
        Element suite = parse(refused(HOSTILE).report());

        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("GET /v1/]]><x a=\"&'????");
        assertThat(failure.getTextContent()).contains("#1 GET /v1/]]><x a=\"&'????", " -> 401");
        assertThat(suite.getElementsByTagName("x").getLength()).isZero();
    }

    @Test
    void escapesHostileKeysAndDocumentationPages() throws Exception {
        byte[] xml = JUnitReport.of(
                new ClientReport(HOSTILE, 0, 7, refused("/v1/credits").report(), finding -> Optional.of(HOSTILE)));
        Element suite = root(xml);

        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("See /v1/]]><x a=\"&'\uFFFD\uFFFD\uFFFD\uFFFD\uD83D\uDE00");
        assertThat(((Element) suite.getElementsByTagName("property").item(2)).getAttribute("value"))
                .isEqualTo("7");
    }

    @Test
    void countsOmittedFindings() throws Exception {
        ClientHistoryBuilder history = new ClientHistoryBuilder();
        IntStream.range(0, 101).forEach(i -> refused(history, "/v1/" + i));
        IntStream.range(0, 200).forEach(i -> refused(history, "/v1/0"));
        Element suite = parse(history.report());

        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(100);
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .endsWith("\nand 302 more");
        Element leftOut = (Element) suite.getElementsByTagName("property").item(3);
        assertThat(Map.of(leftOut.getAttribute("name"), leftOut.getAttribute("value")))
                .isEqualTo(Map.of("left_out.retried_refusal", "1"));
    }

    private static ClientHistoryBuilder refused(String path) {
        return refused(new ClientHistoryBuilder(), path);
    }

    private static ClientHistoryBuilder refused(ClientHistoryBuilder history, String path) {
        return history.request(Optional.of(Operation.CREDITS), "GET", path, "", 401)
                .request(Optional.of(Operation.CREDITS), "GET", path, "", 401);
    }

    private static Element parse(Report report) throws Exception {
        return root(JUnitReport.of(new ClientReport("sk-1…", 2, 0, report, finding -> Optional.of("a page <&>"))));
    }

    private static Element root(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }
}
