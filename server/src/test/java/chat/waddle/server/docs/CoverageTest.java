package chat.waddle.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of what the requirement documents ask names tests and routes that are there.
final class CoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/\\S+)`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    /// @param here how it is built
    /// @param shownBy tests, or "open"
    private record Row(String asked, String here, String shownBy) {}

    @Test
    void everyRowNamesATestOrSaysThatItIsOpen() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(70);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.shownBy().equals("open")
                                || TEST.matcher(row.shownBy()).find())
                        .as(row.asked())
                        .isTrue())
                .allSatisfy(row -> assertThat(
                                row.here().contains("*open*") || !row.shownBy().equals("open"))
                        .as(row.asked())
                        .isTrue());
    }

    @Test
    void everyNamedTestIsThere() throws IOException {
        Map<String, Set<String>> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Matcher named = TEST.matcher(row.shownBy());
            while (named.find()) {
                if (!tests.getOrDefault(named.group(1), Set.of()).contains(named.group(2))) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyNamedRouteIsInTheContract() throws IOException {
        String contract = Files.readString(Path.of("src/main/resources/openapi.yaml"));
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Matcher named = ROUTE.matcher(row.here());
            while (named.find()) {
                if (!describes(contract, named.group(1), named.group(2))) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean describes(String contract, String method, String path) {
        int at = contract.indexOf("\n  /api/v1" + path + ":\n");
        if (at < 0) {
            return false;
        }
        String operations = contract.substring(at + 1);
        Matcher next = Pattern.compile("\n {2}\\S").matcher(operations);
        String mine = next.find() ? operations.substring(0, next.start()) : operations;
        return mine.contains("\n    " + method.toLowerCase(java.util.Locale.ROOT) + ":\n");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            String[] cells = line.split("\\|", -1);
            boolean isRow = cells.length == 5
                    && !line.startsWith("|---")
                    && !cells[1].strip().equals("the document");
            if (isRow) {
                rows.add(new Row(cells[1].strip(), cells[2].strip(), cells[3].strip()));
            }
        }
        return rows;
    }

    /// Names of test classes to the names of their methods. Classes of one name in several modules count as one.
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                Path sources = module.resolve("src/test/java");
                if (Files.isDirectory(sources)) {
                    read(sources, tests);
                }
            }
        }
        return tests;
    }

    private static void read(Path sources, Map<String, Set<String>> tests) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher method = METHOD.matcher(Files.readString(file));
                while (method.find()) {
                    tests.computeIfAbsent(name, _ -> new TreeSet<>()).add(method.group(1));
                }
            }
        }
    }
}
