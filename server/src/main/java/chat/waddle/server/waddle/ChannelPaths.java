package chat.waddle.server.waddle;

import chat.waddle.server.http.Access;

/// Where a channel stands in the published interface: within its waddle, or as a conversation. Both have the same
/// routes below it, with the same handlers; only who may call them is asked another way.
public enum ChannelPaths {
    IN_WADDLES("/waddles/{waddleId}", "/channels/{channelId}", "") {
        @Override
        public Access anybody() {
            return Access.MEMBER;
        }

        @Override
        public Access holding(String permission) {
            return Access.inChannel(permission);
        }
    },
    CONVERSATIONS("/conversations/{conversationId}", "", "InConversation") {
        @Override
        public Access anybody() {
            return Access.PARTICIPANT;
        }

        @Override
        public Access holding(String permission) {
            return Access.participant(permission);
        }
    };

    private final String home;
    private final String channel;
    private final String suffix;

    ChannelPaths(String home, String channel, String suffix) {
        this.home = home;
        this.channel = home + channel;
        this.suffix = suffix;
    }

    /// The path below which files are: that of the waddle or conversation.
    public String home() {
        return home;
    }

    /// The path below which messages are.
    public String channel() {
        return channel;
    }

    /// The operation id of a route.
    public String operation(String name) {
        return name + suffix;
    }

    /// For members or participants, whatever they hold.
    public abstract Access anybody();

    /// For who holds this permission there.
    public abstract Access holding(String permission);
}
