package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Takes an overwrite away; where there is none, nothing changes.
///
/// Refusals: those of [SetOverwrite] but the limit.
public record RemoveOverwrite(
        UserId actor, OverwritePlace place, long placeId, OverwriteSubject subject, long subjectId)
        implements Command<CommunityOutcome<Overwrite>> {}
