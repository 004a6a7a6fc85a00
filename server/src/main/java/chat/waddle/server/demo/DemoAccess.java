package chat.waddle.server.demo;

import org.jspecify.annotations.Nullable;

/// How to get into the demo; it stands in the demo's folder, readable by its owner only.
///
/// @param token an API token of the account; null until everything is there
/// @param messages how many messages the demo began with
public record DemoAccess(
        String email,
        String username,
        String password,
        @Nullable String token,
        String waddle,
        String channel,
        long messages) {
    DemoAccess ready(String apiToken, String channelName, long messageCount) {
        return new DemoAccess(email, username, password, apiToken, waddle, channelName, messageCount);
    }

    /// Never the secrets, so that no log gets them by mistake.
    @Override
    public String toString() {
        return "DemoAccess[" + username + ", " + waddle + "]";
    }
}
