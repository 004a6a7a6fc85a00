package chat.waddle.sqlite;

/// What a file must say of itself before it serves.
///
/// @param applicationId SQLite's application_id of this kind of file
/// @param fileId the id written into the file when it was made
/// @param schemaVersion the newest user_version this program understands
public record Identity(int applicationId, String fileId, int schemaVersion) {}
