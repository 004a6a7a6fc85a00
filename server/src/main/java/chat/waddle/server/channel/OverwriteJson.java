package chat.waddle.server.channel;

import chat.waddle.channel.Overwrite;
import chat.waddle.ids.CategoryId;
import org.jspecify.annotations.Nullable;

/// What a role or member may do otherwise in a channel or category.
///
/// @param type `role` or `user`
/// @param id of the role or account
/// @param allow bits that are given, as a decimal string
/// @param deny bits that are taken, as a decimal string
/// @param inheritedFrom the category it stands in, where the channel has it from there; null for one of its own
record OverwriteJson(
        String type,
        String id,
        String allow,
        String deny,
        @Nullable CategoryId inheritedFrom) {
    static OverwriteJson of(Overwrite overwrite, @Nullable CategoryId inheritedFrom) {
        return new OverwriteJson(
                overwrite.subject().code(),
                Long.toString(overwrite.subjectId()),
                Long.toString(overwrite.allow()),
                Long.toString(overwrite.deny()),
                inheritedFrom);
    }
}
