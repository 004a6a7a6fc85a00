package chat.waddle.migrations;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The shape of a file: every table, index, view and trigger with its folded definition, and one SHA-256 over them all.
///
/// Equal for files with the same schema whatever their rows, their white space and the order in which objects were
/// made.
/// Left out are SQLite's own objects and the shadow tables in which a virtual table keeps its data.
public record SchemaFingerprint(String sha256, Map<String, String> objects) {
    private static final String SELECT = """
            SELECT s.type, s.name, s.tbl_name, s.sql
              FROM sqlite_schema AS s
             WHERE s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
               AND s.tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
            """;

    public SchemaFingerprint {
        objects = Map.copyOf(objects);
    }

    /// Reads the fingerprint of an open file.
    public static SchemaFingerprint of(Connection connection) throws SQLException {
        SortedMap<String, String> objects = new TreeMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SELECT)) {
            while (row.next()) {
                String object = row.getString(1) + " " + row.getString(2);
                objects.put(object, "on " + row.getString(3) + ": " + FoldedSql.fold(row.getString(4)));
            }
        }
        StringBuilder all = new StringBuilder();
        objects.forEach(
                (object, sql) -> all.append(object).append(' ').append(sql).append('\n'));
        return new SchemaFingerprint(Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)), objects);
    }

    /// How this shape differs from the expected one, by object name.
    List<Drift> driftsFrom(SchemaFingerprint expected) {
        List<Drift> drifts = new ArrayList<>();
        SortedMap<String, String> all = new TreeMap<>(expected.objects);
        all.putAll(objects);
        for (String object : all.keySet()) {
            String here = objects.get(object);
            String there = expected.objects.get(object);
            if (here == null) {
                drifts.add(new Drift.ObjectDiffers(object, Drift.Difference.MISSING));
            } else if (there == null) {
                drifts.add(new Drift.ObjectDiffers(object, Drift.Difference.ADDED));
            } else if (!here.equals(there)) {
                drifts.add(new Drift.ObjectDiffers(object, Drift.Difference.CHANGED));
            }
        }
        return drifts;
    }
}
