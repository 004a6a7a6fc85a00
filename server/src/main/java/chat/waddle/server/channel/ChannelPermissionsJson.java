package chat.waddle.server.channel;

import chat.waddle.channel.Channel;
import chat.waddle.channel.PermissionStep;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a member may do in a channel, and why.
///
/// @param permissions the result, as a decimal string
/// @param steps what leads to it, in order
record ChannelPermissionsJson(ChannelId channelId, UserId userId, String permissions, List<Step> steps) {
    /// @param id of the role or account the step is about
    /// @param inheritedFrom the category whose overwrite it is
    /// @param result what is held after the step
    record Step(
            String kind,
            @Nullable String id,
            @Nullable CategoryId inheritedFrom,
            String allow,
            String deny,
            String result) {}

    static ChannelPermissionsJson of(Channel channel, UserId user, List<PermissionStep> steps) {
        return new ChannelPermissionsJson(
                channel.id(),
                user,
                Long.toString(steps.getLast().result()),
                steps.stream().map(step -> step(channel, step)).toList());
    }

    private static Step step(Channel channel, PermissionStep step) {
        return new Step(
                step.kind().name().toLowerCase(Locale.ROOT),
                step.subjectId() == 0 ? null : Long.toString(step.subjectId()),
                step.inherited() ? channel.category() : null,
                Long.toString(step.allow()),
                Long.toString(step.deny()),
                Long.toString(step.result()));
    }
}
