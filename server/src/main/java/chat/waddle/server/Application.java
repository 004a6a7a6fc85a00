package chat.waddle.server;

import chat.waddle.attachment.AttachmentSweep;
import chat.waddle.directory.Directory;
import chat.waddle.monitor.Monitor;
import chat.waddle.server.account.AccountFeature;
import chat.waddle.server.account.AddressPseudonyms;
import chat.waddle.server.account.DirectoryAuthenticator;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.admin.MigrationRoutes;
import chat.waddle.server.admin.ShardRoutes;
import chat.waddle.server.attachment.AttachmentRoutes;
import chat.waddle.server.attachment.Spool;
import chat.waddle.server.attachment.Thumbnails;
import chat.waddle.server.attachment.Uploads;
import chat.waddle.server.audit.AuditRoutes;
import chat.waddle.server.audit.WaddleAuditRoutes;
import chat.waddle.server.automod.AutomodRoutes;
import chat.waddle.server.bookmark.BookmarkRoutes;
import chat.waddle.server.channel.CategoryRoutes;
import chat.waddle.server.channel.ChannelPermissionRoutes;
import chat.waddle.server.channel.ChannelRoutes;
import chat.waddle.server.channel.OverwriteRoutes;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.conversation.ConversationFeature;
import chat.waddle.server.desk.EscalationRoutes;
import chat.waddle.server.desk.RoomParticipantRoutes;
import chat.waddle.server.desk.RoomRoutes;
import chat.waddle.server.erasure.ErasureRoutes;
import chat.waddle.server.erasure.ErasureRuns;
import chat.waddle.server.erasure.LegalHoldRoutes;
import chat.waddle.server.export.ExportFiles;
import chat.waddle.server.export.ExportRoutes;
import chat.waddle.server.export.ExportRuns;
import chat.waddle.server.health.HealthCheck;
import chat.waddle.server.http.HttpParts;
import chat.waddle.server.http.Route;
import chat.waddle.server.member.BanRoutes;
import chat.waddle.server.member.GlobalBanRoutes;
import chat.waddle.server.member.MemberRoutes;
import chat.waddle.server.member.ModerationRoutes;
import chat.waddle.server.member.PruneRoutes;
import chat.waddle.server.message.BulkDeleteRoutes;
import chat.waddle.server.message.MessageRoutes;
import chat.waddle.server.message.MoveRoutes;
import chat.waddle.server.message.OthersReactionRoutes;
import chat.waddle.server.message.PinRoutes;
import chat.waddle.server.message.ReactionRoutes;
import chat.waddle.server.message.ReadRoutes;
import chat.waddle.server.metrics.Metrics;
import chat.waddle.server.monitor.MonitorFeature;
import chat.waddle.server.notification.NotificationRoutes;
import chat.waddle.server.reminder.ReminderRoutes;
import chat.waddle.server.report.ReportRoutes;
import chat.waddle.server.robot.RobotRoutes;
import chat.waddle.server.robot.RobotWatch;
import chat.waddle.server.robot.StreamRoutes;
import chat.waddle.server.role.RoleRoutes;
import chat.waddle.server.search.OwnSearchRoutes;
import chat.waddle.server.search.SearchNames;
import chat.waddle.server.search.SearchRoutes;
import chat.waddle.server.shard.DirectoryPlaces;
import chat.waddle.server.shard.FilesHealth;
import chat.waddle.server.status.StatusRoutes;
import chat.waddle.server.thread.FollowRoutes;
import chat.waddle.server.thread.ThreadRoutes;
import chat.waddle.server.voice.VoiceRoutes;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.WaddleFeature;
import chat.waddle.sqlite.DataDirectory;
import chat.waddle.sqlite.FileOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The composition root: everything that works on one data directory, opened in order and closed in reverse.
///
/// A server and every command use the same parts through it. The process owns the directory while it is open.
public final class Application implements AutoCloseable {
    private final Closing closing;
    private final ServerConfig config;
    private final Metrics metrics;
    private final DataDirectory data;
    private final Stores stores;
    private final WaddleFeature waddles;
    private final ConversationFeature conversations;
    private final MonitorFeature monitoring;
    private final Uploads uploads;
    private final ErasureRuns erasures;
    private final RobotWatch robots;
    private final ExportFiles exportFiles;
    private final ExportRuns exports;

    private Application(Closing closing, ServerConfig config, Metrics metrics, DataDirectory data, Stores stores) {
        this.closing = closing;
        this.config = config;
        this.metrics = metrics;
        this.data = data;
        this.stores = stores;
        DirectoryPlaces places = new DirectoryPlaces(
                stores.directory().catalogue(), stores.directory().shards(), data);
        this.waddles = WaddleFeature.of(stores.directory(), stores.shards(), places, stores.clock());
        this.conversations = ConversationFeature.of(
                stores.directory(),
                stores.shards(),
                places,
                config.conversationShards(),
                waddles.gate(),
                stores.clock());
        this.robots = new RobotWatch(stores.shards());
        this.uploads = new Uploads(
                Spool.in(data.resolve("uploads")),
                stores.attachments(),
                closing.add(new Thumbnails()),
                config.attachmentLimitBytes());
        this.exportFiles = ExportFiles.in(data.resolve("exports"));
        this.exports =
                new ExportRuns(stores.directory(), stores.shards(), stores.attachments(), exportFiles, stores.clock());
        this.erasures = new ErasureRuns(
                stores.directory(),
                stores.shards(),
                waddles.mirror(),
                stores.attachments(),
                stores.ledger(),
                exportFiles,
                stores.clock());
        this.monitoring = closing.add(MonitorFeature.of(
                new Monitor.Place(
                        stores.directory(),
                        stores.shards(),
                        stores.changes(),
                        data.root(),
                        FileOptions.withLimit(config.shardLimitBytes()),
                        List.of(new AttachmentSweep(stores.attachments())::sweep)),
                config.monitor(),
                stores.clock(),
                metrics.registry()));
    }

    /// Opens the data directory and all parts. Throws [DataTakenException] if another process owns the directory.
    public static Application open(ServerConfig config) {
        Closing closing = new Closing();
        try {
            DataDirectory data = closing.add(DataDirectory.own(config.data())
                    .orElseThrow(() -> new DataTakenException("Another process owns the data directory " + config.data()
                            + "; stop it, or give another one with --data")));
            Metrics metrics = closing.add(new Metrics());
            Stores stores = Stores.open(closing, data, config, metrics.registry());
            Application application = new Application(closing, config, metrics, data, stores);
            application.erasures.compareWithLedger();
            application.waddles.founding().finishInterrupted(stores.clock().instant());
            return application;
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    public ServerConfig config() {
        return config;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Path dataDirectory() {
        return data.root();
    }

    /// Where everything is kept.
    public Stores stores() {
        return stores;
    }

    /// The waddles as a whole: who may enter, who belongs where, new ones.
    public WaddleFeature waddles() {
        return waddles;
    }

    /// What looks after the shards.
    public MonitorFeature monitoring() {
        return monitoring;
    }

    /// What copies for people what is theirs.
    public ExportRuns exports() {
        return exports;
    }

    /// What takes accounts out of all files.
    public ErasureRuns erasures() {
        return erasures;
    }

    /// Ends what robots leave unfinished.
    public RobotWatch robots() {
        return robots;
    }

    /// What must work for the server to be ready.
    List<HealthCheck> healthChecks() {
        return List.of(new FilesHealth(stores.directory().engine()));
    }

    /// The endpoints of all features.
    List<Route> featureRoutes() {
        Directory directory = stores.directory();
        RequestOrigins origins = new RequestOrigins(AddressPseudonyms.keptIn(data.root()));
        List<Route> routes = new ArrayList<>(AccountFeature.routes(
                directory,
                origins,
                conversations.departure(waddles.departure(directory, stores.shards())),
                stores.clock()));
        routes.addAll(new ErasureRoutes(directory.erasures(), origins).routes());
        routes.addAll(new ExportRoutes(directory.exports(), exportFiles, origins).routes());
        routes.addAll(new LegalHoldRoutes(directory.legalHolds(), origins).routes());
        routes.addAll(new StatusRoutes(directory.statuses(), origins).routes());
        routes.addAll(new BookmarkRoutes(directory.bookmarks(), waddles.gate(), origins).routes());
        routes.addAll(new NotificationRoutes(directory.notifications(), origins).routes());
        routes.addAll(new AuditRoutes(directory.auditLog()).routes());
        routes.addAll(new WaddleAuditRoutes().routes());
        routes.addAll(waddles.routes(directory, stores.shards(), origins));
        routes.addAll(new MemberRoutes(directory.profiles(), waddles.mirror(), origins).routes());
        routes.addAll(new ModerationRoutes(directory.profiles()).routes());
        routes.addAll(new BanRoutes(directory.profiles(), waddles.mirror(), origins).routes());
        routes.addAll(new PruneRoutes(waddles.mirror(), origins).routes());
        routes.addAll(new GlobalBanRoutes(directory.globalBans(), origins, stores.clock()).routes());
        routes.addAll(new RoleRoutes().routes());
        routes.addAll(new ChannelRoutes().routes());
        routes.addAll(new CategoryRoutes().routes());
        routes.addAll(new OverwriteRoutes().routes());
        routes.addAll(new ChannelPermissionRoutes().routes());
        routes.addAll(new ThreadRoutes().routes());
        routes.addAll(new FollowRoutes().routes());
        routes.addAll(new MessageRoutes(ChannelPaths.IN_WADDLES, directory.legalHolds()).routes());
        routes.addAll(new ReactionRoutes(ChannelPaths.IN_WADDLES).routes());
        routes.addAll(new PinRoutes(ChannelPaths.IN_WADDLES).routes());
        routes.addAll(new BulkDeleteRoutes(ChannelPaths.IN_WADDLES).routes());
        routes.addAll(new OthersReactionRoutes().routes());
        routes.addAll(new MoveRoutes().routes());
        routes.addAll(new ReadRoutes().routes());
        routes.addAll(
                new AttachmentRoutes(ChannelPaths.IN_WADDLES, uploads, stores.attachments(), stores.shards()).routes());
        routes.addAll(new AttachmentRoutes(ChannelPaths.CONVERSATIONS, uploads, stores.attachments(), stores.shards())
                .routes());
        routes.addAll(conversations.routes());
        routes.addAll(new ReportRoutes().routes());
        routes.addAll(new VoiceRoutes().routes());
        routes.addAll(new AutomodRoutes().routes());
        routes.addAll(new RoomRoutes().routes());
        routes.addAll(new EscalationRoutes().routes());
        routes.addAll(new RoomParticipantRoutes(directory.profiles()::isGuest).routes());
        routes.addAll(new RobotRoutes(robots).routes());
        routes.addAll(new StreamRoutes(robots).routes());
        routes.addAll(new ShardRoutes(directory, stores.shards(), monitoring, origins).routes());
        routes.addAll(new MigrationRoutes(monitoring.migrations()).routes());
        SearchNames names = new SearchNames(directory.profiles()::idOf);
        routes.addAll(new SearchRoutes(names).routes());
        routes.addAll(new OwnSearchRoutes(directory.memberships(), waddles.gate(), names).routes());
        routes.addAll(new ReminderRoutes(directory.reminders(), waddles.gate(), origins, stores.clock()).routes());
        return routes;
    }

    /// What the features plug into the HTTP server.
    HttpParts httpParts() {
        Directory directory = stores.directory();
        return HttpParts.none()
                .with(new DirectoryAuthenticator(directory.authentication()))
                .with(conversations.gate())
                .with(metrics)
                .withJetty(metrics::watch);
    }

    @Override
    public void close() {
        closing.close();
    }
}
