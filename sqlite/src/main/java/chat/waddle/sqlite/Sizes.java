package chat.waddle.sqlite;

/// The five size figures of a file, in bytes.
///
/// @param usedBytes pages that hold something
/// @param freeBytes pages that the file keeps for reuse
/// @param walBytes the write-ahead log on disk
/// @param fileBytes used and free pages together
/// @param attachmentBytes what the file's attachments take in the object store
public record Sizes(long usedBytes, long freeBytes, long walBytes, long fileBytes, long attachmentBytes) {}
