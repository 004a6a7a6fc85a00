package chat.waddle.server.imports;

import java.util.Optional;

/// Where an import should go to; what is missing is made.
///
/// @param waddle unique name of the waddle
/// @param displayName the title of a new waddle
/// @param channel name of the channel
/// @param owner username of a new waddle's owner; empty for the oldest operator, or a stand-in where there is none
/// @param isPublic whether a new waddle may be found and joined by everybody
public record WantedPlace(
        String waddle, String displayName, String channel, Optional<String> owner, boolean isPublic) {}
