package chat.waddle.directory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private UserId ada;
    private UserId eve;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        ada = fixture.user("ada");
        eve = fixture.user("eve");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private AuditLog log() {
        return fixture.directory().auditLog();
    }

    @Test
    void aChangeTellsWhoDidItAndFromWhere() {
        Origin origin = new Origin(ada, 77, "f00d", "curl/8\r\nforged line");
        fixture.directory().operators().suspend(eve, "spam", origin);

        AuditEntry entry = log().page(AuditQuery.newest(1)).getFirst();

        assertThat(entry.action()).isEqualTo("account.suspended");
        assertThat(entry.actor()).isEqualTo(ada);
        assertThat(entry.resourceId()).isEqualTo(eve.toString());
        assertThat(entry.reason()).isEqualTo("spam");
        assertThat(entry.ipPseudonym()).isEqualTo("f00d");
        assertThat(entry.userAgent()).isEqualTo("curl/8??forged line");
        assertThat(entry.requestId()).isEqualTo(77);
        assertThat(entry.at()).isEqualTo(fixture.now());
    }

    @Test
    void aRefusedChangeTellsNothing() {
        fixture.directory().operators().suspend(eve, "spam", Origin.system());
        List<AuditEntry> before = log().page(AuditQuery.newest(100));

        fixture.directory().operators().suspend(eve, "again", Origin.system());

        assertThat(log().page(AuditQuery.newest(100))).isEqualTo(before);
    }

    @Test
    void whatHappenedElsewhereIsFoundByCommunityActorAndAction() {
        WaddleId waddle = new WaddleId(4711);
        Origin origin = Origin.system().by(ada);
        AuditEvent kicked = AuditEvent.waddle("member.kicked", waddle).with(Map.of("member", eve.toString()));
        AuditEvent banned = AuditEvent.waddle("member.banned", waddle).because("spam");
        log().append(List.of(kicked, banned), origin);
        log().append(List.of(kicked), Origin.system().by(eve));

        assertThat(log().page(new AuditQuery(waddle, null, null, null, 10))).hasSize(3);
        assertThat(log().page(new AuditQuery(waddle, ada, null, null, 10))).hasSize(2);
        assertThat(log().page(new AuditQuery(waddle, ada, "member.kicked", null, 10)))
                .extracting(AuditEntry::changes)
                .containsExactly("{\"member\":\"" + eve + "\"}");
        assertThat(log().page(new AuditQuery(null, eve, "member.kicked", null, 10)))
                .hasSize(1);
        assertThat(log().page(new AuditQuery(new WaddleId(1), null, null, null, 10)))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutLoss() {
        AuditEvent event = AuditEvent.account("test.done", ada);
        for (int i = 0; i < 7; i++) {
            log().append(List.of(event, event, event), Origin.system().by(ada));
        }
        List<Long> listed = new ArrayList<>();
        Long before = null;
        List<AuditEntry> page = log().page(new AuditQuery(null, ada, "test.done", before, 4));
        while (!page.isEmpty()) {
            page.forEach(entry -> listed.add(entry.id()));
            page = log().page(new AuditQuery(null, ada, "test.done", listed.getLast(), 4));
        }

        assertThat(listed).hasSize(21).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
}
