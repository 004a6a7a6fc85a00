package chat.waddle.server.admin;

import java.util.List;

/// What a check found; a shard with findings is out of service.
public record ShardCheckJson(boolean sound, boolean serves, List<String> findings) {
    public ShardCheckJson {
        findings = List.copyOf(findings);
    }
}
