package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Says what a role or member may do otherwise in a channel or category, whatever was said there before.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CHANNEL, NO_SUCH_CATEGORY, NO_SUCH_ROLE, NO_SUCH_MEMBER,
/// PRESET_PROTECTED (the owner's role), OWNER_PROTECTED, ABOVE_ACTOR, PERMISSION_NOT_HELD, OVERWRITE_LIMIT_REACHED.
///
/// @param placeId the public id of the channel or category
/// @param subjectId the public id of the role or account
public record SetOverwrite(
        UserId actor,
        OverwritePlace place,
        long placeId,
        OverwriteSubject subject,
        long subjectId,
        long allow,
        long deny)
        implements Command<CommunityOutcome<Overwrite>> {}
