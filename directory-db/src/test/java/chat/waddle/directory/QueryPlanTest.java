package chat.waddle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No statement of this module walks through a whole table or sorts what an index could give in order.
final class QueryPlanTest {
    private static final List<String> STATEMENTS = List.of(
            "account.AccountSql",
            "account.ImportSql",
            "account.ProfileSql",
            "account.SetupSql",
            "audit.AuditSql",
            "ban.BanSql",
            "bookmark.BookmarkSql",
            "erasure.ErasureSql",
            "erasure.LegalHoldSql",
            "export.ExportSql",
            "invite.InviteSql",
            "membership.MembershipSql",
            "notification.NotificationSql",
            "session.ApiTokenSql",
            "session.SessionSql",
            "settings.SettingsSql",
            "shard.ShardSql",
            "status.StatusSql",
            "waddle.WaddleSql");

    @TempDir
    private Path folder;

    @Test
    void everyStatementUsesAnIndex() throws ClassNotFoundException {
        List<String> findings = new ArrayList<>();
        int checked = 0;
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            for (String name : STATEMENTS) {
                for (Method method :
                        Class.forName("chat.waddle.directory." + name).getDeclaredMethods()) {
                    String sql = sqlOf(method).replace("<ids>", ":a, :b");
                    checked += sql.isEmpty() ? 0 : 1;
                    plan(fixture, sql).stream()
                            .filter(QueryPlanTest::isSlow)
                            .forEach(step -> findings.add(name + "." + method.getName() + ": " + step));
                }
            }
        }

        assertThat(checked).isGreaterThan(90);
        assertThat(findings).isEmpty();
    }

    @Test
    void aStatementWithoutAnIndexWouldBeFound() {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            assertThat(plan(fixture, "SELECT id FROM users WHERE bio = :bio ORDER BY bio"))
                    .anyMatch(QueryPlanTest::isSlow);
            assertThat(plan(fixture, "SELECT id FROM users WHERE id = :id")).noneMatch(QueryPlanTest::isSlow);
        }
    }

    private static boolean isSlow(String step) {
        boolean wholeTable = step.startsWith("SCAN ")
                && !step.contains("USING")
                && !step.contains("CONSTANT ROW")
                && !step.contains("(subquery");
        return wholeTable || step.contains("TEMP B-TREE");
    }

    private static String sqlOf(Method method) {
        SqlQuery query = method.getAnnotation(SqlQuery.class);
        if (query != null) {
            return query.value();
        }
        SqlUpdate update = method.getAnnotation(SqlUpdate.class);
        return update == null ? "" : update.value();
    }

    private static List<String> plan(DirectoryFixture fixture, String sql) {
        if (sql.isEmpty()) {
            return List.of();
        }
        return fixture.directory().engine().run(session -> {
            List<String> steps = new ArrayList<>();
            try (var rows = session.kept("EXPLAIN QUERY PLAN " + sql).executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString("detail"));
                }
            }
            return steps;
        });
    }
}
