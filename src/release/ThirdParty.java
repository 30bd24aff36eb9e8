import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes the licenses and notices of the libraries that the jar and the executables contain; most licenses demand that
 * copies have them. They come from the libraries' own jars, or from src/release/licenses if these have none.
 *
 * <p>Run by the Maven profile "release", with the libraries as the class path: {@code ThirdParty.java BOM OUTPUT}.
 * Fails if a library needs a text and has none.
 */
class ThirdParty {

    private static final Path LICENSES = Path.of("src/release/licenses");

    /** The libraries of the web console are files in the jar, each with its license beside it. */
    private static final Path CONSOLE = Path.of("target/classes/console/lib");

    private static final Pattern LEGAL_FILE = Pattern.compile(
            "(.*/)?[^/.]*(LICEN[CS]E|NOTICE|COPYING)[^/.]*(\\.(txt|md))?", Pattern.CASE_INSENSITIVE);

    /** Licenses whose text is optional, or is in the document once for all libraries. */
    private static final Set<String> WITHOUT_OWN_TEXT = Set.of("Apache-2.0", "CC0-1.0", "MIT-0");

    private final Map<String, Set<String>> librariesByText = new LinkedHashMap<>();
    private final Set<String> withText = new TreeSet<>();

    public static void main(String[] args) throws IOException {
        new ThirdParty().write(Path.of(args[0]), Path.of(args[1]));
    }

    private void write(Path bom, Path output) throws IOException {
        for (String entry : new TreeSet<>(List.of(System.getProperty("java.class.path").split("[:;]")))) {
            if (entry.endsWith(".jar")) {
                readTexts(Path.of(entry));
            }
        }
        readConsole();
        Map<String, Set<String>> licenses = licenses(bom);
        List<String> incomplete = licenses.keySet().stream()
                .filter(library -> licenses.get(library).stream().noneMatch(WITHOUT_OWN_TEXT::contains))
                .filter(library -> !withText.contains(library))
                .toList();
        if (!incomplete.isEmpty()) {
            throw new IllegalStateException(
                    "These libraries need a license text in " + LICENSES + ": " + String.join(", ", incomplete));
        }
        Files.createDirectories(output.getParent());
        Files.writeString(output, document(licenses));
    }

    private void readTexts(Path jar) throws IOException {
        String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        for (Path supplement : supplements()) {
            String group = supplement.getFileName().toString().replaceFirst("\\.txt$", "");
            if (jar.toString().replaceAll("[/\\\\]", ".").contains("." + group + ".")) {
                add(library, Files.readString(supplement));
            }
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && LEGAL_FILE.matcher(entry.getName()).matches()) {
                    add(library, new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void readConsole() throws IOException {
        try (Stream<Path> files = Files.list(CONSOLE)) {
            for (Path license : files.filter(file -> file.toString().endsWith("-license.txt")).sorted().toList()) {
                String library = license.getFileName().toString().replace("-license.txt", "");
                add(library + " (web console)", Files.readString(license));
            }
        }
    }

    /** The texts for libraries whose jars have none; the name of a file is the Maven group of its libraries. */
    private static List<Path> supplements() throws IOException {
        try (Stream<Path> files = Files.list(LICENSES)) {
            return files.sorted().toList();
        }
    }

    private void add(String library, String text) {
        librariesByText
                .computeIfAbsent(text.replace("\r\n", "\n").strip(), added -> new TreeSet<>())
                .add(library);
        withText.add(library);
    }

    private static Map<String, Set<String>> licenses(Path bom) throws IOException {
        Map<String, Set<String>> licenses = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).get("components")) {
            Set<String> names = new TreeSet<>();
            for (JsonNode choice : component.path("licenses")) {
                JsonNode license = choice.path("license");
                names.add(license.path("id").asText(license.path("name").asText(choice.path("expression").asText())));
            }
            licenses.put(component.get("name").asText() + "-" + component.get("version").asText(), names);
        }
        return licenses;
    }

    private String document(Map<String, Set<String>> licenses) {
        StringBuilder document = new StringBuilder("""
                Darkroom is under the Apache License, Version 2.0. It contains the libraries below, with their licenses;
                of several licenses, you can choose one. Maven Central has their source code, under the same names. The
                executables also contain parts of OpenJDK and GraalVM, which are under the GNU General Public License,
                Version 2, with the Classpath Exception. The texts follow.

                """);
        licenses.forEach((library, names) ->
                document.append(library).append(": ").append(String.join(", ", names)).append('\n'));
        librariesByText.forEach((text, libraries) -> document.append("\n")
                .append("=".repeat(80))
                .append("\n")
                .append(String.join(", ", libraries))
                .append("\n\n")
                .append(text)
                .append("\n"));
        return document.toString();
    }
}
