package chat.waddle.server.thread;

/// Whether the one who asks follows a thread.
record FollowingJson(boolean following) {}
