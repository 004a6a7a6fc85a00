package chat.waddle.directory.waddle;

/// The steps a community's life can take.
enum Transition {
    ACTIVATE("waddle.activated", WaddleState.ACTIVE),
    SUSPEND("waddle.suspended", WaddleState.SUSPENDED),
    RESUME("waddle.resumed", WaddleState.ACTIVE),
    TOMBSTONE("waddle.deleted", WaddleState.DELETED),
    UNDELETE("waddle.undeleted", WaddleState.ACTIVE);

    private final String action;
    private final WaddleState to;

    Transition(String action, WaddleState to) {
        this.action = action;
        this.to = to;
    }

    String action() {
        return action;
    }

    WaddleState to() {
        return to;
    }

    boolean allowedFrom(WaddleState state) {
        return switch (this) {
            case ACTIVATE -> state == WaddleState.CREATING;
            case SUSPEND -> state == WaddleState.ACTIVE;
            case RESUME -> state == WaddleState.SUSPENDED;
            case TOMBSTONE -> state == WaddleState.ACTIVE || state == WaddleState.SUSPENDED;
            case UNDELETE -> state == WaddleState.DELETED;
        };
    }
}
