package chat.waddle.community;

/// What is wrong with one value of a command.
///
/// @param field the name of the value as clients know it
/// @param code stable, such as `too_long`
/// @param message an English sentence for people
public record InvalidField(String field, String code, String message) {}
