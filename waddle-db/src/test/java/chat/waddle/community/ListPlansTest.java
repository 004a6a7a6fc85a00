package chat.waddle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every list is read along an index, without sorting.
class ListPlansTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private void expect(Class<?> sql, String method, String step) {
        String plan = Plans.of(waddle.shard, sql, method);
        assertThat(plan).contains(step).doesNotContain("TEMP B-TREE FOR ORDER BY");
    }

    @Test
    void ofMembers() {
        expect(MemberSql.class, "activeAfter", "USING INDEX members_by_state (state=? AND num>?)");
        expect(MemberSql.class, "activeUsersAfter", "INDEX members_by_state (state=? AND num>?)");
        expect(MemberSql.class, "find", "USING INDEX members_by_user (user_id=?)");
    }

    @Test
    void ofBans() {
        expect(BanSql.class, "after", "USING INTEGER PRIMARY KEY (rowid>?)");
    }

    @Test
    void ofRoles() {
        expect(RoleSql.class, "all", "USING INDEX roles_by_position");
        expect(RoleSql.class, "find", "USING INDEX roles_by_id (id=?)");
    }

    @Test
    void ofTheAuditLog() {
        expect(AuditSql.class, "before", "USING INTEGER PRIMARY KEY (rowid<?)");
        expect(AuditSql.class, "ofActor", "USING INDEX audit_log_by_actor (actor=? AND id<?)");
        expect(AuditSql.class, "ofAction", "USING INDEX audit_log_by_action (action=? AND id<?)");
        expect(AuditSql.class, "ofActorAndAction", "USING INDEX audit_log_by_actor (actor=? AND id<?)");
    }
}
