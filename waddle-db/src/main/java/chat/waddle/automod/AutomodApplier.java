package chat.waddle.automod;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Permission;
import chat.waddle.community.Standing;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes, changes and removes automatic moderation rules.
public final class AutomodApplier {
    private final CommunityContext context;

    public AutomodApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<AutomodRule>> create(
            WriteSession transaction, Stamp stamp, CreateAutomodRule command) throws SQLException {
        CommunityRefusal lacking = lacking(transaction, stamp, command.actor());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        if (transaction.sql(AutomodSql.class).count() >= AutomodRule.RULES_LIMIT) {
            return Answer.refused(CommunityRefusal.AUTOMOD_LIMIT_REACHED);
        }
        AutomodRule rule = new AutomodRule(
                new AutomodRuleId(stamp.newId()),
                command.name(),
                command.kind(),
                command.words(),
                command.mentionLimit(),
                command.action(),
                command.timeoutSeconds(),
                command.enabled());
        return write(transaction, stamp, command.actor(), AuditAction.AUTOMOD_CREATE, null, rule);
    }

    private @Nullable CommunityRefusal lacking(WriteSession transaction, Stamp stamp, UserId user) throws SQLException {
        Access actor = context.view().access(transaction, user);
        return actor == null
                ? CommunityRefusal.NOT_A_MEMBER
                : Standing.lacking(actor, Permission.MANAGE_AUTOMOD, stamp.timeMillis());
    }

    public Applied<CommunityOutcome<AutomodRule>> update(
            WriteSession transaction, Stamp stamp, UpdateAutomodRule command) throws SQLException {
        CommunityRefusal lacking = lacking(transaction, stamp, command.actor());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        AutomodRule before =
                transaction.sql(AutomodSql.class).find(command.rule()).orElse(null);
        if (before == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_AUTOMOD_RULE);
        }
        AutomodRule after = patched(before, command);
        return after.equals(before)
                ? Answer.unchanged(before)
                : write(transaction, stamp, command.actor(), AuditAction.AUTOMOD_UPDATE, before, after);
    }

    private static AutomodRule patched(AutomodRule rule, UpdateAutomodRule patch) {
        AutomodAction action = Objects.requireNonNullElse(patch.action(), rule.action());
        Integer kept = action == AutomodAction.TIMEOUT ? rule.timeoutSeconds() : null;
        return new AutomodRule(
                rule.id(),
                Objects.requireNonNullElse(patch.name(), rule.name()),
                rule.kind(),
                Objects.requireNonNullElse(patch.words(), rule.words()),
                patch.mentionLimit() == null ? rule.mentionLimit() : patch.mentionLimit(),
                action,
                patch.timeoutSeconds() == null ? kept : patch.timeoutSeconds(),
                Objects.requireNonNullElse(patch.enabled(), rule.enabled()));
    }

    private Applied<CommunityOutcome<AutomodRule>> write(
            WriteSession transaction,
            Stamp stamp,
            UserId actor,
            AuditAction action,
            @Nullable AutomodRule before,
            AutomodRule after) {
        InvalidField invalid = after.fault();
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        if (after.kind() == AutomodKind.REGEX && steps(transaction, after) > RegexMatcher.STEPS_LIMIT) {
            return Answer.refused(CommunityRefusal.AUTOMOD_TOO_COMPLEX);
        }
        transaction
                .sql(AutomodSql.class)
                .put(
                        after.id(),
                        after.name(),
                        after.kind().code(),
                        AutomodRuleMapper.json(after.words()),
                        after.mentionLimit(),
                        after.action().code(),
                        after.timeoutSeconds(),
                        after.enabled());
        context.view().forgetAutomod();
        AuditTrail.write(transaction, stamp, actor, action, after.id().value(), null, changes(before, after));
        return Answer.done(after, 0, after.id().value());
    }

    /// Of all expressions of the waddle, once this rule is in place.
    private static int steps(WriteSession transaction, AutomodRule changed) {
        int others = transaction.sql(AutomodSql.class).all().stream()
                .filter(rule -> rule.kind() == AutomodKind.REGEX && !rule.id().equals(changed.id()))
                .mapToInt(rule -> new RegexMatcher(rule.words()).steps())
                .sum();
        return others + new RegexMatcher(changed.words()).steps();
    }

    private static AuditChanges changes(@Nullable AutomodRule before, AutomodRule after) {
        return new AuditChanges()
                .add("name", before == null ? null : before.name(), after.name())
                .add("words", before == null ? null : before.words(), after.words())
                .add("mentionLimit", before == null ? null : before.mentionLimit(), after.mentionLimit())
                .add(
                        "action",
                        before == null ? null : before.action().code(),
                        after.action().code())
                .add("timeoutSeconds", before == null ? null : before.timeoutSeconds(), after.timeoutSeconds())
                .add("enabled", before == null ? null : before.enabled(), after.enabled());
    }

    public Applied<CommunityOutcome<AutomodRule>> delete(
            WriteSession transaction, Stamp stamp, DeleteAutomodRule command) throws SQLException {
        CommunityRefusal lacking = lacking(transaction, stamp, command.actor());
        if (lacking != null) {
            return Answer.refused(lacking);
        }
        AutomodSql rules = transaction.sql(AutomodSql.class);
        AutomodRule rule = rules.find(command.rule()).orElse(null);
        if (rule == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_AUTOMOD_RULE);
        }
        rules.delete(rule.id());
        context.view().forgetAutomod();
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.AUTOMOD_DELETE,
                rule.id().value(),
                null,
                new AuditChanges().add("name", rule.name(), null));
        return Answer.done(rule, 0, rule.id().value());
    }
}
