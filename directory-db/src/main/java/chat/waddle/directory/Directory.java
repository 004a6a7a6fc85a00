package chat.waddle.directory;

import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.account.Logins;
import chat.waddle.directory.account.Operators;
import chat.waddle.directory.account.Passwords;
import chat.waddle.directory.account.Profiles;
import chat.waddle.directory.account.Registrations;
import chat.waddle.directory.audit.AuditLog;
import chat.waddle.directory.ban.GlobalBans;
import chat.waddle.directory.bookmark.Bookmarks;
import chat.waddle.directory.conversation.ConversationShards;
import chat.waddle.directory.erasure.AccountRemoval;
import chat.waddle.directory.erasure.Erasures;
import chat.waddle.directory.erasure.LegalHolds;
import chat.waddle.directory.export.Exports;
import chat.waddle.directory.invite.Invites;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.notification.Notifications;
import chat.waddle.directory.reminder.Reminders;
import chat.waddle.directory.secret.PasswordHasher;
import chat.waddle.directory.secret.Secrets;
import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.session.Authentication;
import chat.waddle.directory.session.Sessions;
import chat.waddle.directory.session.TokenMint;
import chat.waddle.directory.settings.UserSettings;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.status.UserStatuses;
import chat.waddle.directory.store.DirectoryProgram;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The one central file of a server, opened: accounts, sign-ins, communities and where they live.
///
/// Thread-safe. Every call waits for its answer and may fail with a [chat.waddle.sqlite.StorageException]; a change
/// answers once it is durable.
public final class Directory implements AutoCloseable {
    private final Engine engine;
    private final Registrations registrations;
    private final Logins logins;
    private final Passwords passwords;
    private final AccountRemoval accountRemoval;
    private final Erasures erasures;
    private final Exports exports;
    private final LegalHolds legalHolds;
    private final Operators operators;
    private final Profiles profiles;
    private final ImportedUsers importedUsers;
    private final Authentication authentication;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final WaddleRegistry waddles;
    private final WaddleCatalogue catalogue;
    private final UserSettings settings;
    private final UserStatuses statuses;
    private final Bookmarks bookmarks;
    private final Reminders reminders;
    private final Notifications notifications;
    private final Memberships memberships;
    private final Invites invites;
    private final GlobalBans globalBans;
    private final Shards shards;
    private final ConversationShards conversations;
    private final AuditLog auditLog;

    private Directory(Engine engine, DirectoryConfig config, InstantSource clock, DirectoryCaches caches) {
        this.engine = engine;
        DirectoryStore store = new DirectoryStore(engine);
        Secrets secrets = new Secrets(new SecureRandom());
        TokenMint mint = new TokenMint(secrets, config.lifetimes());
        PasswordHasher hasher =
                new PasswordHasher(secrets, config.passwordCost(), config.hashesAtOnce(), config.hashesWaiting());
        registrations = new Registrations(store, hasher, mint);
        logins = new Logins(store, hasher, mint);
        passwords = new Passwords(store, clock, hasher, mint);
        accountRemoval = new AccountRemoval(store, passwords);
        erasures = new Erasures(store, engine);
        exports = new Exports(store);
        legalHolds = new LegalHolds(store);
        operators = new Operators(store, clock, mint);
        profiles = new Profiles(store);
        importedUsers = new ImportedUsers(store);
        authentication = new Authentication(store, clock, caches.tokens());
        sessions = new Sessions(store, clock, mint, config.lifetimes());
        apiTokens = new ApiTokens(store, clock, mint);
        waddles = new WaddleRegistry(store, secrets, config.waddleLimits(), clock);
        catalogue = new WaddleCatalogue(store, caches.routes());
        settings = new UserSettings(store);
        statuses = new UserStatuses(store, clock);
        bookmarks = new Bookmarks(store);
        reminders = new Reminders(store, clock);
        memberships = new Memberships(store);
        notifications = new Notifications(store, settings, statuses, memberships);
        invites = new Invites(store, clock, secrets);
        globalBans = new GlobalBans(store, clock);
        shards = new Shards(store, clock);
        conversations = new ConversationShards(store, secrets);
        auditLog = new AuditLog(store);
    }

    /// Opens the file, after making it or bringing its schema up to date.
    public static Directory open(
            DirectoryConfig config, SqliteThreads threads, InstantSource clock, EngineListener listener) {
        DirectoryCaches caches = new DirectoryCaches();
        Engine engine = DirectoryFile.open(config, threads, clock, listener, new DirectoryProgram(caches));
        return new Directory(engine, config, clock, caches);
    }

    public Registrations registrations() {
        return registrations;
    }

    public Logins logins() {
        return logins;
    }

    public Passwords passwords() {
        return passwords;
    }

    public AccountRemoval accountRemoval() {
        return accountRemoval;
    }

    public Erasures erasures() {
        return erasures;
    }

    public Exports exports() {
        return exports;
    }

    public LegalHolds legalHolds() {
        return legalHolds;
    }

    public Operators operators() {
        return operators;
    }

    public Profiles profiles() {
        return profiles;
    }

    public ImportedUsers importedUsers() {
        return importedUsers;
    }

    public Authentication authentication() {
        return authentication;
    }

    public Sessions sessions() {
        return sessions;
    }

    public ApiTokens apiTokens() {
        return apiTokens;
    }

    public WaddleRegistry waddles() {
        return waddles;
    }

    public WaddleCatalogue catalogue() {
        return catalogue;
    }

    public UserSettings settings() {
        return settings;
    }

    public UserStatuses statuses() {
        return statuses;
    }

    public Bookmarks bookmarks() {
        return bookmarks;
    }

    public Reminders reminders() {
        return reminders;
    }

    public Notifications notifications() {
        return notifications;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Invites invites() {
        return invites;
    }

    public GlobalBans globalBans() {
        return globalBans;
    }

    public Shards shards() {
        return shards;
    }

    public ConversationShards conversations() {
        return conversations;
    }

    public AuditLog auditLog() {
        return auditLog;
    }

    /// The engine under it, for measuring, snapshots, checks and metrics.
    public Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
    }
}
