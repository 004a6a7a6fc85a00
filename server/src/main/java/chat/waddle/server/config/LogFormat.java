package chat.waddle.server.config;

/// How log lines look: for people, or one JSON object each for machines.
public enum LogFormat {
    TEXT,
    JSON
}
