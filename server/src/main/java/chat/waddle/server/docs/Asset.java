package chat.waddle.server.docs;

import chat.waddle.server.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file out of the jar, held in memory with its entity tag. Immutable.
final class Asset {
    private final String mediaType;
    private final byte[] content;
    private final String tag;

    private Asset(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content;
        this.tag = HexFormat.of().formatHex(sha256(content), 0, 12);
    }

    static Asset of(String mediaType, byte[] content) {
        return new Asset(mediaType, content.clone());
    }

    static Asset resource(String mediaType, String path) {
        try (InputStream source = Asset.class.getResourceAsStream(path)) {
            if (source == null) {
                throw new IllegalStateException("The jar holds no " + path);
            }
            return new Asset(mediaType, source.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read " + path, problem);
        }
    }

    /// Answers with the file, or with 304 to a client that has it.
    void send(Exchange exchange) throws IOException {
        if (!exchange.notModified(tag, "public, max-age=3600")) {
            exchange.bytes(200, mediaType, content, 0, content.length);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException("Every Java has SHA-256", problem);
        }
    }
}
