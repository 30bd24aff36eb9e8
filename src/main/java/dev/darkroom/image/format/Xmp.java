package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The facts as an XMP packet (ISO 16684-1), the metadata of JPEG and WebP files. */
final class Xmp {

    private static final String HEAD = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:darkroom=\"urn:darkroom:picture\""
            + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreatorTool=\"Darkroom\">";
    private static final String TAIL = "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";

    private Xmp() {}

    /** @param maxBytes the size limit; the prompt is truncated to fit */
    static byte[] of(ImageFacts facts, int maxBytes) {
        byte[] packet = packet(facts);
        for (int kept = facts.prompt().length(); packet.length > maxBytes; kept -= (kept + 7) / 8) {
            packet = packet(facts.withPrompt(facts.prompt().substring(0, kept) + "…"));
        }
        return packet;
    }

    private static byte[] packet(ImageFacts facts) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (Map.Entry<String, String> fact : facts.entries().entrySet()) {
            String name = "darkroom:" + fact.getKey();
            xml.append('<').append(name).append('>');
            fact.getValue().codePoints().forEach(codePoint -> append(xml, codePoint));
            xml.append("</").append(name).append('>');
        }
        return xml.append(TAIL).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder xml, int codePoint) {
        switch (codePoint) {
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '&' -> xml.append("&amp;");
            case '\r' -> xml.append("&#13;");
            default -> xml.appendCodePoint(isXml(codePoint) ? codePoint : '\uFFFD');
        }
    }

    private static boolean isXml(int codePoint) {
        boolean isControl = codePoint < ' ' && codePoint != '\t' && codePoint != '\n';
        boolean isSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !isControl && !isSurrogate && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }
}
