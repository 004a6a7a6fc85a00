package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules themselves find what they forbid and leave the rest alone.
final class SqlRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CREATE TABLE t (x INTEGER);                                              | table t is not STRICT
                    CREATE TABLE t (x INTEGER CHECK (x IN (1, 2))) WITHOUT ROWID;            | table t is not STRICT
                    CREATE TABLE a (x INTEGER) STRICT; create table b (strict INTEGER);      | table b is not STRICT
                    CREATE TABLE t (x INTEGER, INDEX t_x (x)) STRICT;                        | table t has an INDEX inside
                    CREATE TABLE t (x INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;             | AUTOINCREMENT scans and writes a table of its own
                    CREATE TABLE t (x INTEGER DEFAULT (unixepoch())) STRICT;                 | the clock is no part of a script
                    UPDATE t SET x = datetime('now');                                        | the clock is no part of a script
                    CREATE TABLE t (x TEXT DEFAULT CURRENT_TIMESTAMP) STRICT;                | the clock is no part of a script
                    UPDATE t SET x = random();                                               | chance is no part of a script
                    DELETE FROM t; COMMIT;                                                   | the runner owns the transaction
                    PRAGMA user_version = 9;                                                 | the runner owns the pragmas
                    CREATE TRIGGER m AFTER INSERT ON messages BEGIN SELECT 1; END;           | a trigger on messages makes FTS5 flush at every row
                    """)
    void aBreachIsFound(String script, String finding) {
        assertThat(SqlRules.findings(script)).containsExactly(finding);
    }

    @Test
    void whatIsAllowedIsNotFound() {
        assertThat(SqlRules.findings("""
                -- no AUTOINCREMENT, no datetime('now'); COMMIT; PRAGMA
                CREATE TABLE t (x INTEGER, timeout_at_ms INTEGER, note TEXT DEFAULT 'PRAGMA; INDEX') STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX t_x ON t (x) WHERE x IS NOT NULL;
                CREATE VIRTUAL TABLE f USING fts5 (x, content = 't');
                CREATE TRIGGER t_t AFTER INSERT ON t BEGIN UPDATE t SET x = 1; END;
                """)).isEmpty();
    }
}
