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
        boolean own = command.actor().equals(command.target());
        CommunityRefusal refusal = own
                ? lackingForOwn(actor, stamp.timeMillis())
                : Standing.lacking(actor, Permission.MANAGE_NICKNAMES, stamp.timeMillis());
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        if (target == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        CommunityRefusal above = own ? null : Standing.beneath(actor, target);
        if (above != null) {
            return Answer.refused(above);
        }
        MemberSql members = transaction.sql(MemberSql.class);
        Member before = members.find(command.target()).orElseThrow();
        if (Objects.equals(before.nickname(), command.nickname())) {
            return Answer.unchanged(before);
        }
        members.nickname(before.num(), command.nickname());
        members.membershipChanged(stamp.seq(), 0);
        if (!own) {
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
