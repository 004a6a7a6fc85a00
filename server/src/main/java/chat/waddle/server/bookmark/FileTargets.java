package chat.waddle.server.bookmark;

import chat.waddle.attachment.Attachments;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.attachment.VisibleFiles;
import chat.waddle.server.waddle.WaddleGate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Files, by the same rules as downloading them. Thread-safe.
final class FileTargets implements BookmarkTargets {
    private final WaddleGate gate;

    FileTargets(WaddleGate gate) {
        this.gate = gate;
    }

    @Override
    public Map<Long, String> visible(UserId user, WaddleId waddle, Collection<Long> ids) {
        return gate.visit(waddle, user)
                .map(visit -> visit.shard().read(reader -> {
                    Map<Long, String> visible = new HashMap<>();
                    Attachments files = reader.attachments();
                    for (long id : ids) {
                        files.find(id)
                                .filter(file -> VisibleFiles.maySee(visit, file))
                                .ifPresent(file -> visible.put(id, VisibleFiles.json(file.attachment())));
                    }
                    return visible;
                }))
                .orElse(Map.of());
    }
}
