package chat.waddle.community;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes how a member is called and what they are told of.
public final class MemberSettingsApplier {
    private static final int NICKNAME_LIMIT = 100;

    private final CommunityContext context;

    public MemberSettingsApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Member>> nickname(WriteSession transaction, Stamp stamp, ChangeNickname command)
            throws SQLException {
        InvalidField invalid =
                command.nickname() == null ? null : TextRules.line("nickname", command.nickname(), NICKNAME_LIMIT);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Access target = context.view().access(transaction, command.target());
        CommunityRefusal refusal = refusal(actor, target, stamp.timeMillis());
        if (target == null || refusal != null) {
            return Answer.refused(Objects.requireNonNullElse(refusal, CommunityRefusal.NO_SUCH_MEMBER));
        }
        MemberSql members = transaction.sql(MemberSql.class);
        Member before = members.find(command.target()).orElseThrow();
        if (Objects.equals(before.nickname(), command.nickname())) {
            return Answer.unchanged(before);
        }
        members.nickname(before.num(), command.nickname());
        members.membershipChanged(stamp.seq(), 0);
        if (!command.actor().equals(command.target())) {
            AuditTrail.write(
                    transaction,
                    stamp,
                    command.actor(),
                    AuditAction.MEMBER_NICKNAME,
                    command.target().value(),
                    null,
                    new AuditChanges().add("nickname", before.nickname(), command.nickname()));
        }
        return Answer.done(
                members.find(command.target()).orElseThrow(),
                0,
                command.target().value());
    }

    /// Why the one who asks may not name that member, or null.
    private static @Nullable CommunityRefusal refusal(Access actor, @Nullable Access target, long nowMillis) {
        if (actor.equals(target)) {
            return lackingForOwn(actor, nowMillis);
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.MANAGE_NICKNAMES, nowMillis);
        return lacking != null || target == null ? lacking : Standing.beneath(actor, target);
    }

    private static @Nullable CommunityRefusal lackingForOwn(Access actor, long nowMillis) {
        return actor.may(Permission.MANAGE_NICKNAMES, nowMillis)
                ? null
                : Standing.lacking(actor, Permission.CHANGE_NICKNAME, nowMillis);
    }

    public Applied<CommunityOutcome<Member>> notificationLevel(
            WriteSession transaction, Stamp stamp, SetNotificationLevel command) {
        MemberSql members = transaction.sql(MemberSql.class);
        Member member = members.find(command.user()).filter(Member::isActive).orElse(null);
        if (member == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        if (member.notificationLevel() == command.level()) {
            return Answer.unchanged(member);
        }
        members.notificationLevel(member.num(), command.level().code());
        members.membershipChanged(stamp.seq(), 0);
        return Answer.done(
                members.find(command.user()).orElseThrow(), 0, command.user().value());
    }
}
