package chat.waddle.server.export;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.directory.Directory;
import chat.waddle.directory.audit.AuditEntry;
import chat.waddle.directory.audit.AuditQuery;
import chat.waddle.directory.bookmark.Bookmark;
import chat.waddle.erasure.OwnData;
import chat.waddle.ids.UserId;
import chat.waddle.objectstore.ObjectContent;
import chat.waddle.shard.Shard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what is an account's into its archive: from the directory, and from one community after the other.
final class OwnArchive {
    private static final int PAGE = 500;
    private static final int NAME_LENGTH = 100;
    /// Rows whose ids are but their numbers in the list.
    private static final Set<OwnData.Part> NUMBERED =
            Set.of(OwnData.Part.EDITS, OwnData.Part.REACTIONS, OwnData.Part.MEMBERSHIP);

    private final Directory directory;
    private final AttachmentObjects objects;
    private final UserId user;
    private final Archive archive;

    OwnArchive(Directory directory, AttachmentObjects objects, UserId user, Archive archive) {
        this.directory = directory;
        this.objects = objects;
        this.user = user;
        this.archive = archive;
    }

    void addDirectory() throws IOException {
        archive.document("profile.json", directory.profiles().account(user).orElseThrow());
        archive.document("settings.json", directory.settings().of(user));
        archive.document("status.json", directory.statuses().of(user));
        archive.document("sign-ins.json", directory.sessions().list(user));
        archive.document("api-tokens.json", directory.apiTokens().list(user));
        Long[] last = {null};
        archive.lines("bookmarks.jsonl", () -> {
            List<Bookmark> page = directory.bookmarks().list(user, null, last[0], 100);
            if (!page.isEmpty()) {
                last[0] = page.getLast().id();
            }
            return page;
        });
        addActivity();
    }

    private void addActivity() throws IOException {
        Long[] last = {null};
        archive.lines("activity.jsonl", () -> {
            List<AuditEntry> page = directory.auditLog().page(new AuditQuery(null, user, null, last[0], 100));
            if (!page.isEmpty()) {
                last[0] = page.getLast().id();
            }
            return page;
        });
    }

    /// What the file of one community holds; nothing of it where it does not know the account.
    void add(Shard shard) throws IOException {
        boolean known = shard.read(reader -> reader.erasedMembers().knows(user));
        if (!known) {
            return;
        }
        String folder = "waddles/" + shard.waddle() + "/";
        for (OwnData.Part part : OwnData.Part.values()) {
            Pages pages = new Pages(shard, part);
            archive.lines(folder + part.name().toLowerCase(Locale.ROOT) + ".jsonl", pages::nextForOwner);
        }
        Pages files = new Pages(shard, OwnData.Part.FILES);
        List<Map<String, @Nullable Object>> some = files.next();
        while (!some.isEmpty()) {
            for (Map<String, @Nullable Object> file : some) {
                addFile(folder, file);
            }
            some = files.next();
        }
    }

    private void addFile(String folder, Map<String, @Nullable Object> file) throws IOException {
        Optional<ObjectContent> found = objects.open(String.valueOf(file.get("objectKey")));
        if (found.isEmpty()) {
            return;
        }
        String name = String.valueOf(file.get("filename")).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        String kept = name.length() > NAME_LENGTH ? name.substring(name.length() - NAME_LENGTH) : name;
        try (ObjectContent content = found.get()) {
            archive.file(folder + "files/" + file.get("id") + "-" + kept, content.stream());
        }
    }

    /// The rows of one kind, page by page.
    private final class Pages {
        private final Shard shard;
        private final OwnData.Part part;
        private long after;

        Pages(Shard shard, OwnData.Part part) {
            this.shard = shard;
            this.part = part;
        }

        List<Map<String, @Nullable Object>> next() {
            List<Map<String, @Nullable Object>> page =
                    shard.read(reader -> reader.ownData().rows(part, user, after, PAGE));
            if (!page.isEmpty()) {
                after = ((Number)
                                java.util.Objects.requireNonNull(page.getLast().get("id")))
                        .longValue();
            }
            return page;
        }

        /// Ids as text, as everywhere outside, and without what only the server needs.
        List<Map<String, @Nullable Object>> nextForOwner() {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Map<String, @Nullable Object> row : next()) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>(row);
                fields.remove("objectKey");
                if (NUMBERED.contains(part)) {
                    fields.remove("id");
                }
                fields.replaceAll((name, value) ->
                        value != null && (name.equals("id") || name.endsWith("Id")) ? value.toString() : value);
                rows.add(fields);
            }
            return rows;
        }
    }
}
