package chat.waddle.server.http;

/// One field of a request that cannot be accepted: its name, a stable snake_case code, and a sentence for people.
public record FieldError(String field, String code, String message) {}
