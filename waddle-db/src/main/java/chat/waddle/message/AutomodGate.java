package chat.waddle.message;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodRule;
import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.ModerationApplier;
import chat.waddle.community.Permission;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds new and edited messages against the waddle's automatic rules; those of members who manage messages pass.
public final class AutomodGate {
    private final MessageContext context;

    public AutomodGate(MessageContext context) {
        this.context = context;
    }

    /// The strictest rule that the text breaks, or null. No text breaks none: so does what was erased.
    @Nullable
    AutomodRule brokenBy(WriteSession transaction, Stamp stamp, Access author, Channel channel, String text) {
        AutomodRule rule =
                text.isEmpty() ? null : context.view().automod(transaction).brokenBy(text);
        return rule == null || channel.permits(author, Permission.MANAGE_MESSAGES, stamp.timeMillis()) ? null : rule;
    }

    static boolean refuses(@Nullable AutomodRule broken) {
        return broken != null && broken.action() != AutomodAction.FLAG;
    }

    /// Refuses a message that broke a rule, and silences its author where the rule says so.
    <R> Applied<R> refused(WriteSession transaction, Stamp stamp, Access author, AutomodRule rule, R answer) {
        if (rule.action() != AutomodAction.TIMEOUT) {
            return Applied.unchanged(answer);
        }
        long until = stamp.timeMillis() + Objects.requireNonNull(rule.timeoutSeconds()) * 1000L;
        TimeOutByRule timeOut = new TimeOutByRule(author.user(), "Rule: " + rule.name(), until);
        ModerationApplier.silence(transaction, stamp, author, until, timeOut.reason());
        return Applied.changed(answer, 0, 0)
                .recordedAs(timeOut) // the text was refused, so it is not kept anywhere
                .then(context.changes().accessOf(author.user()));
    }

    /// What is recorded of a message that a rule refused with a time-out.
    public Applied<Boolean> timeOut(WriteSession transaction, Stamp stamp, TimeOutByRule command) throws SQLException {
        Access author = context.view().access(transaction, command.user());
        if (author == null) {
            return Applied.unchanged(false);
        }
        ModerationApplier.silence(transaction, stamp, author, command.untilMillis(), command.reason());
        return Applied.changed(true, 0, 0).then(context.changes().accessOf(author.user()));
    }

    /// Why moderators are asked to look at a message that stands, or null.
    ///
    /// @param recorded what was decided before, where a journal is applied again
    static @Nullable String flagOf(@Nullable String recorded, @Nullable AutomodRule broken) {
        return recorded != null || broken == null ? recorded : "Rule: " + broken.name();
    }
}
