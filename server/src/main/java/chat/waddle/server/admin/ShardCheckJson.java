package chat.waddle.server.admin;

import java.util.List;

/// What a check found; a damaged shard is out of service, one whose schema was changed by hand serves on.
public record ShardCheckJson(boolean sound, boolean serves, List<String> findings) {
    public ShardCheckJson {
        findings = List.copyOf(findings);
    }
}
