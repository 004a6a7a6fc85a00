package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.ErasedShard;
import chat.waddle.directory.erasure.Erasure;
import chat.waddle.directory.erasure.Erasures;
import chat.waddle.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an erasure did, in numbers and without a word of the person; kept for as long as the directory. `sha256` is the
/// hash of the receipt without it.
record ErasureReceipt(
        Erasure erasure, Instant finishedAt, int shardsAsked, List<ErasedShard> shards, Erasures.Cleared directory) {
    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("erasureId", Long.toString(erasure.id()));
        fields.put("userId", Long.toString(erasure.user().value()));
        fields.put("messages", erasure.mode().code());
        fields.put("requestedAt", erasure.requestedAt());
        fields.put("finishedAt", finishedAt);
        fields.put("shardsAsked", shardsAsked);
        fields.put("erasedMessages", sum(ErasedShard::messages));
        fields.put("erasedReactions", sum(ErasedShard::reactions));
        fields.put("erasedFiles", sum(ErasedShard::files));
        fields.put("redactedAuditEntries", sum(ErasedShard::auditLines) + directory.auditLines());
        fields.put("emptiedCommands", sum(ErasedShard::recordedCommands) + directory.recordedCommands());
        fields.put("shards", shards.stream().map(ErasedShardJson::of).toList());
        byte[] content = Json.bytes(fields);
        fields.put("sha256", sha256(content));
        return new String(Json.bytes(fields), StandardCharsets.UTF_8);
    }

    private int sum(java.util.function.ToIntFunction<ErasedShard> number) {
        return shards.stream().mapToInt(number).sum();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
