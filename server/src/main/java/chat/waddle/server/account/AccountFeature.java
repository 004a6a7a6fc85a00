package chat.waddle.server.account;

import chat.waddle.directory.Directory;
import chat.waddle.server.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// All endpoints of accounts, put together over one directory.
public final class AccountFeature {
    private AccountFeature() {}

    /// @param departure ends what a deleted account has elsewhere
    /// @param clock the directory's
    public static List<Route> routes(
            Directory directory, RequestOrigins origins, Departure departure, InstantSource clock) {
        return Stream.of(
                        new AccountRoutes(directory.registrations(), directory.logins(), directory.passwords(), origins)
                                .routes(),
                        new SessionRoutes(directory.sessions(), origins).routes(),
                        new MeRoutes(
                                        directory.profiles(),
                                        directory.passwords(),
                                        directory.accountRemoval(),
                                        departure,
                                        origins)
                                .routes(),
                        new SettingsRoutes(directory.settings(), origins).routes(),
                        new TokenRoutes(directory.apiTokens(), origins, clock).routes(),
                        new UserRoutes(directory.profiles()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
