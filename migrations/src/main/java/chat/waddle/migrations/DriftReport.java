package chat.waddle.migrations;

import java.util.List;

/// What a comparison of one file with its schema found; no drifts is what everyone wants to read.
public record DriftReport(String schema, int version, List<Drift> drifts) {
    public DriftReport {
        drifts = List.copyOf(drifts);
    }

    public boolean isClean() {
        return drifts.isEmpty();
    }

    /// The findings as lines for people.
    public List<String> lines() {
        return drifts.stream().map(Drift::line).toList();
    }
}
