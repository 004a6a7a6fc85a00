package chat.waddle.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Compares the steps a file recorded with those of the catalog.
final class LedgerCheck {
    private LedgerCheck() {}

    static List<Drift> drifts(MigrationCatalog catalog, int version, SortedMap<Integer, Ledger.Row> rows) {
        List<Drift> drifts = new ArrayList<>();
        for (Migration step : catalog.migrations().subList(0, version)) {
            Ledger.Row row = rows.get(step.version());
            if (row == null) {
                drifts.add(new Drift.StepUnrecorded(step.version(), step.name()));
            } else if (!row.checksum().equals(step.sha256())) {
                drifts.add(new Drift.StepChanged(step.version(), step.name(), row.checksum(), step.sha256()));
            }
        }
        for (Ledger.Row row : rows.tailMap(version + 1).values()) {
            drifts.add(new Drift.StepUnexpected(row.version(), row.name()));
        }
        return drifts;
    }
}
