package chat.waddle.community;

import java.util.Arrays;
import java.util.Optional;

/// Everything the audit log of a waddle tells of.
public enum AuditAction {
    MEMBER_KICK("member.kick"),
    MEMBER_PRUNE("member.prune"),
    MEMBER_BAN("member.ban"),
    MEMBER_UNBAN("member.unban"),
    MEMBER_TIMEOUT("member.timeout"),
    MEMBER_NICKNAME("member.nickname"),
    MEMBER_ROLE_GRANT("member.role_grant"),
    MEMBER_ROLE_REVOKE("member.role_revoke"),
    WADDLE_TRANSFER("waddle.transfer"),
    ROLE_CREATE("role.create"),
    ROLE_UPDATE("role.update"),
    ROLE_DELETE("role.delete"),
    CHANNEL_CREATE("channel.create"),
    CHANNEL_UPDATE("channel.update"),
    CHANNEL_DELETE("channel.delete"),
    CHANNEL_ORDER("channel.order"),
    CHANNEL_BULK_DELETE("channel.bulk_delete"),
    CHANNEL_MOVE_MESSAGES("channel.move_messages"),
    CHANNEL_REMOVE_REACTIONS("channel.remove_reactions"),
    CHANNEL_OVERWRITE("channel.overwrite"),
    CATEGORY_CREATE("category.create"),
    CATEGORY_UPDATE("category.update"),
    CATEGORY_DELETE("category.delete"),
    CATEGORY_OVERWRITE("category.overwrite"),
    THREAD_UPDATE("thread.update"),
    THREAD_DELETE("thread.delete"),
    AUTOMOD_CREATE("automod.create"),
    AUTOMOD_UPDATE("automod.update"),
    AUTOMOD_DELETE("automod.delete"),
    REPORT_REVIEW("report.review"),
    ROBOT_CREATE("robot.create"),
    ROBOT_DELETE("robot.delete"),
    ROOM_CREATE("room.create"),
    ROOM_UPDATE("room.update"),
    /// Somebody read in a room without taking part.
    ROOM_MONITOR("room.monitor"),
    ROOM_TRANSCRIPT("room.transcript"),
    ESCALATION_CREATE("escalation.create"),
    ESCALATION_ASSIGN("escalation.assign"),
    ESCALATION_START("escalation.start"),
    ESCALATION_RESOLVE("escalation.resolve"),
    ESCALATION_CANCEL("escalation.cancel");

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return code;
    }

    /// What kind of thing it was done to.
    public String resourceType() {
        return code.substring(0, code.indexOf('.'));
    }

    public static Optional<AuditAction> ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }
}
