package chat.waddle.directory.field;

/// Why one field of an input is refused.
///
/// @param field the name the caller used
/// @param code stable, snake_case
/// @param message for people
public record FieldProblem(String field, String code, String message) {}
