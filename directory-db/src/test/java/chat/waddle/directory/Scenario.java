package chat.waddle.directory;

import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.account.LoginOutcome;
import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.account.ProfilePatch;
import chat.waddle.directory.account.RedeemOutcome;
import chat.waddle.directory.account.RegisterOutcome;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.directory.erasure.DeleteOutcome;
import chat.waddle.directory.erasure.EraseOutcome;
import chat.waddle.directory.erasure.ErasedShard;
import chat.waddle.directory.erasure.Erasure;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.invite.Invite;
import chat.waddle.directory.invite.InviteOutcome;
import chat.waddle.directory.membership.MirroredMember;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.reminder.NewReminder;
import chat.waddle.directory.reminder.ReminderOutcome;
import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.session.RefreshOutcome;
import chat.waddle.directory.session.Tokens;
import chat.waddle.directory.settings.SettingsPatch;
import chat.waddle.directory.settings.Theme;
import chat.waddle.directory.shard.ShardMeasure;
import chat.waddle.directory.status.StatusChange;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Feature;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddlePatch;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.ShardOutcome;
import chat.waddle.sqlite.Sizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Does everything the directory can do at least once, and remembers every secret that was handed out.
final class Scenario {
    static final String ANOTHER_PASSWORD = "Another-horse-8";
    private static final Origin SYSTEM = Origin.system();

    private final DirectoryFixture fixture;
    private final Directory directory;
    private final List<String> secrets =
            new ArrayList<>(List.of(DirectoryFixture.PASSWORD, ANOTHER_PASSWORD, "Settled-horse-9"));

    Scenario(DirectoryFixture fixture) {
        this.fixture = fixture;
        this.directory = fixture.directory();
    }

    List<String> secrets() {
        return secrets;
    }

    void play() {
        SignedIn ada = fixture.member("ada");
        SignedIn eve = fixture.member("eve");
        keep(ada.tokens());
        keep(eve.tokens());
        fixture.pass(Duration.ofSeconds(7));
        signIn(ada, eve);
        settle(eve.account().id());
        Waddle penguins = communities(ada.account().id(), eve.account().id());
        shards(penguins);
        leave(ada, eve, penguins);
        directory.conversations().reserve(3, 16);
        directory.conversations().activate(3);
    }

    private void signIn(SignedIn ada, SignedIn eve) {
        LoginOutcome.Welcome welcome =
                (LoginOutcome.Welcome) directory.logins().login("ada@example.org", DirectoryFixture.PASSWORD, SYSTEM);
        keep(welcome.signedIn().tokens());
        Tokens old = welcome.signedIn().tokens();
        keep(((RefreshOutcome.Refreshed) directory.sessions().refresh(old.refreshToken(), SYSTEM)).tokens());
        fixture.pass(Duration.ofSeconds(30));
        RefreshOutcome _ = directory.sessions().refresh(old.refreshToken(), SYSTEM);
        ApiTokens.CreateOutcome.Created token = (ApiTokens.CreateOutcome.Created)
                directory.apiTokens().create(ada.account().id(), "cron", Set.of("*"), null, SYSTEM);
        secrets.add(token.token());
        directory.sessions().logout(ada.account().id(), ada.session(), SYSTEM);
        directory.apiTokens().revoke(ada.account().id(), token.id(), SYSTEM);
        directory
                .passwords()
                .change(eve.account().id(), eve.session(), DirectoryFixture.PASSWORD, ANOTHER_PASSWORD, SYSTEM);
        OperatorOutcome.Created boss =
                (OperatorOutcome.Created) directory.operators().create("boss@example.org", "boss", "The boss", SYSTEM);
        secrets.add(boss.link().token());
        keep(((RedeemOutcome.Redeemed)
                        directory.passwords().redeem(boss.link().token(), DirectoryFixture.PASSWORD, SYSTEM))
                .signedIn()
                .tokens());
        secrets.add(directory
                .passwords()
                .resetLink(ada.account().id(), SYSTEM)
                .orElseThrow()
                .token());
        SignedIn guest =
                ((RegisterOutcome.Registered) directory.registrations().registerGuest("Guest", SYSTEM)).signedIn();
        keep(guest.tokens());
        keep(((RegisterOutcome.Registered) directory
                        .registrations()
                        .upgradeGuest(guest.account().id(), "g@example.org", "settled", "Settled-horse-9", SYSTEM))
                .signedIn()
                .tokens());
    }

    private void settle(UserId user) {
        directory
                .profiles()
                .patch(
                        user,
                        new ProfilePatch("Eve", "", null, null, "Hello\nthere", "pt-BR", null, "{\"a\":1}"),
                        SYSTEM);
        directory
                .settings()
                .patch(user, new SettingsPatch(0L, false, null, Theme.DARK, true, null, "{\"b\":[1]}", null), SYSTEM);
        directory.notifications().setLevel(user, new WaddleId(7), new ChannelId(9), NotificationLevel.NONE, SYSTEM);
        StatusChange status = new StatusChange(":tea:", "Tea", true, null, Duration.ofMinutes(1));
        directory.statuses().set(user, status, SYSTEM);
        directory.statuses().clear(user, SYSTEM);
        directory.statuses().set(user, status, SYSTEM);
        fixture.pass(Duration.ofMinutes(2));
        BookmarkTarget target = new BookmarkTarget(BookmarkType.MESSAGE, new WaddleId(7), 8);
        directory.bookmarks().add(user, target, SYSTEM);
        directory.bookmarks().remove(user, target, SYSTEM);
        directory.bookmarks().toggle(user, target, true, SYSTEM);
        directory.statuses().timer().tick();
        NewReminder wanted = new NewReminder(null, null, "Tea", null, Duration.ofMinutes(1));
        ReminderOutcome.Created first =
                (ReminderOutcome.Created) directory.reminders().create(user, wanted, SYSTEM);
        directory.reminders().create(user, wanted, SYSTEM);
        directory.reminders().delete(user, first.reminder().id(), SYSTEM);
        fixture.pass(Duration.ofMinutes(2));
        directory.reminders().timer().tick();
        directory.importedUsers().accountsOf("irc:test", List.of(new ImportedUsers.Author("nick", "Nick")), SYSTEM);
        directory.operators().suspend(user, "spam", SYSTEM);
        directory.operators().reinstate(user, "sorry", SYSTEM);
        directory.globalBans().ban(user, "raid", fixture.now().plusSeconds(60), SYSTEM);
        directory.globalBans().lift(user, SYSTEM);
        directory.auditLog().append(List.of(AuditEvent.account("test.done", user)), SYSTEM);
    }

    private Waddle communities(UserId owner, UserId member) {
        Waddle penguins = fixture.waddle("penguins", owner);
        ReserveOutcome.Reserved gulls =
                (ReserveOutcome.Reserved) directory.waddles().reserve("gulls", "Gulls", "", false, owner, SYSTEM);
        directory.waddles().abandon(gulls.waddle().id(), SYSTEM);
        directory.waddles().rename(penguins.id(), "puffins", SYSTEM);
        directory
                .waddles()
                .patch(
                        penguins.id(),
                        new WaddlePatch("Puffins!", null, null, null, true, List.of(Feature.VOICE), null),
                        SYSTEM);
        MirroredMember there =
                new MirroredMember(member, "Evie", fixture.now().toEpochMilli(), NotificationLevel.MENTIONS);
        directory.memberships().put(penguins.id(), there, 3, SYSTEM);
        directory.memberships().remove(penguins.id(), owner, 4, SYSTEM);
        directory.memberships().reconcile(penguins.id(), null, null, List.of(there), 9, SYSTEM);
        Invite invite =
                ((InviteOutcome.Created) directory.invites().create(penguins.id(), 2, null, SYSTEM.by(owner))).invite();
        directory.invites().consume(invite.code(), SYSTEM);
        directory.invites().giveBack(invite.code(), SYSTEM);
        directory.invites().revoke(penguins.id(), invite.code(), SYSTEM);
        return penguins;
    }

    private void shards(Waddle waddle) {
        directory.shards().measured(List.of(new ShardMeasure(waddle.shard(), new Sizes(1, 2, 3, 4, 5), 6, 7)), true);
        directory.shards().quarantine(waddle.shard(), "damaged", SYSTEM);
        directory.shards().release(waddle.shard(), "restored", SYSTEM);
        directory.shards().migrated(waddle.shard(), new ShardOutcome.Failed("no space"));
        directory.shards().checked(waddle.shard());
    }

    private void leave(SignedIn ada, SignedIn eve, Waddle penguins) {
        directory.waddles().transfer(penguins.id(), eve.account().id(), SYSTEM);
        directory.waddles().tombstone(penguins.id(), "over", SYSTEM);
        directory
                .exports()
                .done(directory.exports().request(eve.account().id(), SYSTEM).orElseThrow(), 7);
        directory.legalHolds().place(eve.account().id().value(), "a claim", SYSTEM);
        DeleteOutcome.Deleted deleted = (DeleteOutcome.Deleted) directory
                .accountRemoval()
                .delete(ada.account().id(), DirectoryFixture.PASSWORD, ErasureMode.KEEP, SYSTEM);
        directory.legalHolds().lift(eve.account().id().value(), SYSTEM);
        erase(ada.account().id(), deleted.erasure(), penguins);
        fixture.pass(Duration.ofDays(40));
        directory.sessions().prune();
    }

    private void erase(UserId user, Erasure kept, Waddle waddle) {
        directory
                .erasures()
                .note(kept.id(), List.of(ErasedShard.waiting(waddle.shard(), waddle.id(), "begun")), "z", 1);
        directory.erasures().clear(user);
        directory.erasures().finish(kept.id(), "{\"a\":1}");
        EraseOutcome _ = directory.erasures().erase(user, ErasureMode.DELETE, SYSTEM);
        directory.erasures().resume(77, user, ErasureMode.DELETE, fixture.now());
    }

    private void keep(Tokens tokens) {
        secrets.add(tokens.accessToken());
        secrets.add(tokens.refreshToken());
    }
}
