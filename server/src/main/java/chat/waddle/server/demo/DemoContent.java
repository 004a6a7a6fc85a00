package chat.waddle.server.demo;

import chat.waddle.directory.account.LoginOutcome;
import chat.waddle.directory.account.RegisterOutcome;
import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.server.Application;
import chat.waddle.server.Stores;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.imports.ImportPlace;
import chat.waddle.server.imports.ImportPlaces;
import chat.waddle.server.imports.ImportSummary;
import chat.waddle.server.imports.IrcImport;
import chat.waddle.server.imports.Placement;
import chat.waddle.server.imports.WantedPlace;
import chat.waddle.server.irc.DemoSample;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Puts the demo's account, waddle and conversation into a data directory. Broken off, it goes on where it was.
public final class DemoContent {
    public static final String WADDLE = "ubuntu-demo";

    private static final String USERNAME = "demo";
    private static final String EMAIL = "demo@example.org";
    private static final String CHANNEL = "ubuntu";
    private static final int PASSWORD_BYTES = 12;

    private final Application application;
    private final DemoFile file;

    public DemoContent(Application application) {
        this.application = application;
        this.file = new DemoFile(application.dataDirectory());
    }

    /// Makes what is missing.
    ///
    /// @throws IllegalStateException when the folder holds something else under the demo's names
    public DemoAccess prepare(ProgressSink progress) throws IOException {
        DemoAccess access = file.read().orElse(null);
        if (access != null && access.token() != null) {
            return access;
        }
        if (access == null) {
            access = new DemoAccess(EMAIL, USERNAME, password(), null, WADDLE, CHANNEL, 0);
            file.write(access);
        }
        UserId user = account(access);
        ImportPlace place = place();
        Stores stores = application.stores();
        ImportSummary summary =
                new IrcImport(stores.directory(), stores.shards()).run(DemoSample.logs(), place, progress);
        DemoAccess ready =
                access.ready(token(user), place.channelName(), summary.counts().messages());
        file.write(ready);
        return ready;
    }

    /// Nobody but the one who started the demo knows it, for the demo may be served to others.
    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "Demo1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private UserId account(DemoAccess access) {
        RegisterOutcome registered = application
                .stores()
                .directory()
                .registrations()
                .register(access.email(), access.username(), access.password(), "Demo", Origin.system());
        if (registered instanceof RegisterOutcome.Registered done) {
            return done.signedIn().account().id();
        }
        LoginOutcome signedIn =
                application.stores().directory().logins().login(access.email(), access.password(), Origin.system());
        if (signedIn instanceof LoginOutcome.Welcome welcome) {
            return welcome.signedIn().account().id();
        }
        throw new IllegalStateException("This folder has an account '" + USERNAME + "' that is not the demo's");
    }

    private ImportPlace place() {
        Stores stores = application.stores();
        ImportPlaces places = new ImportPlaces(
                stores.directory(), stores.shards(), application.waddles().founding());
        WantedPlace wanted = new WantedPlace(WADDLE, "#ubuntu (demo)", CHANNEL, Optional.of(USERNAME), true);
        return switch (places.find(wanted)) {
            case Placement.Ready(ImportPlace place) -> place;
            case Placement.Refused(String why) -> throw new IllegalStateException(why);
        };
    }

    private String token(UserId user) {
        ApiTokens.CreateOutcome outcome = application
                .stores()
                .directory()
                .apiTokens()
                .create(
                        user,
                        "demo",
                        Set.of("read", "write"),
                        null,
                        Origin.system().by(user));
        if (outcome instanceof ApiTokens.CreateOutcome.Created created) {
            return created.token();
        }
        throw new IllegalStateException("The demo's account cannot have a token");
    }
}
