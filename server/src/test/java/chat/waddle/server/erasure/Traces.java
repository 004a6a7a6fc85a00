package chat.waddle.server.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Looks for a word in the bytes of all files of a folder: as UTF-8 in any case of letters, as UTF-16, and as base64.
final class Traces {
    private Traces() {}

    /// Where it was found: file and form.
    static List<String> of(String word, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String folded = bytes.toLowerCase(Locale.ROOT);
                for (String form : folded(word)) {
                    if (folded.contains(form)) {
                        found.add(folder.relativize(file) + " has " + form.replace('\0', '.'));
                    }
                }
                for (String form : base64(word)) {
                    if (bytes.contains(form)) {
                        found.add(folder.relativize(file) + " has base64 " + form);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(new String(lower.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        forms.add(new String(lower.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        return forms;
    }

    /// What does not depend on the bytes before and after it, for each of the three places it may begin at.
    private static Set<String> base64(String word) {
        Set<String> forms = new LinkedHashSet<>();
        for (int shift = 0; shift < 3; shift++) {
            String encoded =
                    Base64.getEncoder().encodeToString(("x".repeat(shift) + word).getBytes(StandardCharsets.UTF_8));
            int from = shift == 0 ? 0 : 4;
            int until = encoded.length() - 4;
            forms.add(encoded.substring(from, until));
        }
        return forms;
    }
}
