package chat.waddle.sqlite;

import java.util.List;

/// What a check of one file found; nothing found means sound.
///
/// @param findings one line each, without content of the file
public record CheckReport(List<String> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }
}
