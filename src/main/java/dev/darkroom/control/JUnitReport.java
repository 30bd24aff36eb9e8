package dev.darkroom.control;

import dev.darkroom.field.TextRules;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.report.Finding;
import dev.darkroom.journal.report.FindingType;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A client report in JUnit's XML format, which build servers read: one test case for each {@link FindingType}. */
final class JUnitReport {

    private static final int MAX_LINE_LENGTH = 200;

    /** Characters that an XML 1.0 document must not contain, even escaped. */
    private static final Pattern ILLEGAL =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ClientReport report;
    private final XMLStreamWriter xml;

    private JUnitReport(ClientReport report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static byte[] of(ClientReport report) {
        StringWriter document = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            new JUnitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        startElement(
                "testsuite",
                "name",
                "darkroom",
                "tests",
                FindingType.values().length,
                "failures",
                countFailedTests(),
                "skipped",
                report.isEmpty() ? FindingType.values().length : 0);
        writeProperties();
        for (FindingType type : FindingType.values()) {
            startElement("testcase", "name", EnumNames.of(type), "classname", "darkroom.client-report");
            for (Finding finding : report.report().of(type)) {
                writeFailure(finding);
            }
            writeSkipped();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private long countFailedTests() {
        return Arrays.stream(FindingType.values())
                .filter(type -> !report.report().of(type).isEmpty())
                .count();
    }

    private void writeProperties() throws XMLStreamException {
        startElement("properties");
        writeProperty("sandbox", report.sandbox());
        writeProperty("exchanges", report.exchanges());
        writeProperty("dropped", report.dropped());
        for (FindingType type : report.report().leftOut().keySet()) {
            writeProperty(
                    "left_out." + EnumNames.of(type), report.report().leftOut().get(type));
        }
        for (String sentence : report.report().notTried()) {
            writeProperty("not_tried", sentence);
        }
        xml.writeEndElement();
    }

    private void writeProperty(String name, Object value) throws XMLStreamException {
        startElement("property", "name", name, "value", value);
        xml.writeEndElement();
    }

    /** Marks the test as skipped when there was no exchange to check. */
    private void writeSkipped() throws XMLStreamException {
        if (report.isEmpty()) {
            startElement("skipped", "message", "The journal has no requests with this key.");
            xml.writeEndElement();
        }
    }

    private void writeFailure(Finding finding) throws XMLStreamException {
        startElement("failure", "message", finding.message(), "type", EnumNames.of(finding.type()));
        StringBuilder text = new StringBuilder(finding.type().advice());
        report.page()
                .apply(finding)
                .ifPresent(page -> text.append("\nSee ").append(page).append('.'));
        finding.exchanges().forEach(exchange -> text.append('\n').append(line(exchange)));
        int omitted = finding.count() - finding.exchanges().size();
        xml.writeCharacters(replaceIllegal(omitted > 0 ? text + "\nand " + omitted + " more" : text.toString()));
        xml.writeEndElement();
    }

    private static String line(Exchange exchange) {
        String request = exchange.request().method() + " " + exchange.request().path();
        int status = exchange.response().status();
        return "#" + exchange.number() + " " + TextRules.quotable(request, MAX_LINE_LENGTH) + " -> "
                + (status == 0 ? "no response" : status);
    }

    private void startElement(String element, Object... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i].toString(), replaceIllegal(attributes[i + 1].toString()));
        }
    }

    private static String replaceIllegal(String text) {
        return ILLEGAL.matcher(text).replaceAll("\uFFFD");
    }
}
