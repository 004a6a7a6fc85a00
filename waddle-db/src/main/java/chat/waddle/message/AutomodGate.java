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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds new and edited messages against the waddle's automatic rules; those of members who manage messages pass.
final class AutomodGate {
    private final MessageContext context;

    AutomodGate(MessageContext context) {
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
        ModerationApplier.silence(transaction, stamp, author, until, "Rule: " + rule.name());
        return Applied.changed(answer, 0, 0).then(context.changes().accessOf(author.user()));
    }

    /// Why moderators are asked to look at a message that stands, or null.
    ///
    /// @param recorded what was decided before, where a journal is applied again
    static @Nullable String flagOf(@Nullable String recorded, @Nullable AutomodRule broken) {
        return recorded != null || broken == null ? recorded : "Rule: " + broken.name();
    }
}
