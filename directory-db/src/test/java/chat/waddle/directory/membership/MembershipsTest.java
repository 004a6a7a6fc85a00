package chat.waddle.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.PublicCursor;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MembershipsTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private UserId ada;
    private UserId eve;
    private WaddleId penguins;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        ada = fixture.user("ada");
        eve = fixture.user("eve");
        penguins = fixture.waddle("penguins", ada).id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Memberships memberships() {
        return fixture.directory().memberships();
    }

    private MirroredMember member(UserId user) {
        return new MirroredMember(user, null, fixture.now().toEpochMilli(), NotificationLevel.ALL);
    }

    private long count() {
        return fixture.directory().catalogue().find(penguins).orElseThrow().memberCount();
    }

    @Test
    void comingAndLeavingCounts() {
        memberships().put(penguins, member(ada), 1, SYSTEM);
        memberships().put(penguins, member(eve), 2, SYSTEM);
        assertThat(count()).isEqualTo(2);

        memberships().remove(penguins, ada, 3, SYSTEM);

        assertThat(count()).isEqualTo(1);
        assertThat(memberships().find(penguins, ada)).isEmpty();
        assertThat(memberships().find(penguins, eve)).isPresent();
        assertThat(memberships().mirroredSeq(penguins)).hasValue(3);
    }

    @Test
    void repeatedAndLateNewsDoNoHarm() {
        memberships().put(penguins, member(ada), 5, SYSTEM);
        memberships().put(penguins, member(ada), 5, SYSTEM);
        memberships().remove(penguins, ada, 9, SYSTEM);
        memberships().put(penguins, member(ada), 7, SYSTEM);

        assertThat(memberships().find(penguins, ada)).isEmpty();
        assertThat(count()).isZero();
        memberships().put(penguins, member(ada), 11, SYSTEM);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void newsOfOneMemberDoNotHideOlderNewsOfAnother() {
        memberships().put(penguins, member(ada), 9, SYSTEM);
        memberships().put(penguins, member(eve), 4, SYSTEM);

        assertThat(memberships().find(penguins, eve)).isPresent();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void leavingThatIsHeardOfBeforeComingCounts() {
        memberships().remove(penguins, eve, 8, SYSTEM);
        memberships().put(penguins, member(eve), 7, SYSTEM);

        assertThat(memberships().find(penguins, eve)).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void unknownAccountsAndCommunitiesAreRefused() {
        memberships().put(penguins, member(new UserId(1)), 1, SYSTEM);
        memberships().put(new WaddleId(1), member(ada), 1, SYSTEM);

        assertThat(count()).isZero();
        assertThat(memberships().ofMember(ada, null, 10)).isEmpty();
    }

    @Test
    void reconcilingMakesTheMirrorEqualToTheShard() {
        UserId dan = fixture.user("dan");
        memberships().put(penguins, member(ada), 1, SYSTEM);
        memberships().put(penguins, member(eve), 2, SYSTEM);

        memberships().reconcile(penguins, null, eve, List.of(member(eve)), 10, SYSTEM);
        memberships().put(penguins, member(ada), 12, SYSTEM);
        memberships().reconcile(penguins, eve, null, List.of(member(dan)), 10, SYSTEM);

        assertThat(memberships().find(penguins, ada)).isPresent(); // newer than the list
        assertThat(memberships().find(penguins, eve)).isPresent();
        assertThat(memberships().find(penguins, dan)).isPresent();
        assertThat(count()).isEqualTo(3);
        memberships().reconcile(penguins, null, null, List.of(member(dan)), 20, SYSTEM);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void myCommunitiesComePageByPageWithoutLossThoughManyWereJoinedAtOnce() {
        List<WaddleId> joined = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            UserId owner = fixture.user("owner" + i);
            WaddleId waddle = fixture.waddle("waddle-" + i, owner).id();
            memberships().put(waddle, member(eve), 1, SYSTEM);
            joined.add(waddle);
            if (i % 5 == 0) {
                fixture.pass(Duration.ofSeconds(1));
            }
        }
        List<WaddleId> listed = new ArrayList<>();
        MembershipCursor after = null;
        List<Membership> page = memberships().ofMember(eve, after, 4);
        while (!page.isEmpty()) {
            page.forEach(membership -> listed.add(membership.waddle()));
            after = MembershipCursor.after(page.getLast());
            page = memberships().ofMember(eve, after, 4);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(joined);
        fixture.directory().waddles().tombstone(joined.getFirst(), "", SYSTEM);
        assertThat(memberships().ofMember(eve, null, 100)).hasSize(22);
    }

    @Test
    void thePublicListGoesFromLargeToSmallWithoutLossThoughManyAreEquallyLarge() {
        List<WaddleId> all = new ArrayList<>();
        all.add(penguins);
        for (int i = 0; i < 23; i++) {
            UserId owner = fixture.user("owner" + i);
            WaddleId waddle = fixture.waddle("waddle-" + i, owner).id();
            all.add(waddle);
            if (i % 3 == 0) {
                memberships().put(waddle, member(ada), 1, SYSTEM);
            }
            if (i % 6 == 0) {
                memberships().put(waddle, member(eve), 2, SYSTEM);
            }
        }
        List<Waddle> listed = new ArrayList<>();
        var catalogue = fixture.directory().catalogue();
        List<Waddle> page = catalogue.listPublic("", null, 5);
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = catalogue.listPublic("", PublicCursor.after(page.getLast()), 5);
        }

        assertThat(listed).extracting(Waddle::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(listed).isSortedAccordingTo((a, b) -> Long.compare(b.memberCount(), a.memberCount()));
        assertThat(catalogue.listPublic("WADDLE-1", null, 100)).hasSize(11);
        assertThat(catalogue.listPublic("%", null, 100)).isEmpty();
        assertThat(catalogue.listPublic("peng", null, 100)).hasSize(1);
    }
}
