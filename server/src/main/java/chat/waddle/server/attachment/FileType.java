package chat.waddle.server.attachment;

import java.nio.charset.StandardCharsets;

/// What a file is, told from its first bytes; what its sender or its name says of it is never believed.
///
/// Only what no browser can be made to run is shown inline. Whatever is not recognized is just bytes, and so are HTML
/// and SVG.
public enum FileType {
    PNG("image/png", true),
    JPEG("image/jpeg", true),
    GIF("image/gif", true),
    WEBP("image/webp", true),
    MP4("video/mp4", true),
    WEBM("video/webm", true),
    MP3("audio/mpeg", true),
    OGG("audio/ogg", true),
    PDF("application/pdf", false),
    ZIP("application/zip", false),
    GZIP("application/gzip", false),
    SEVEN_ZIP("application/x-7z-compressed", false),
    BYTES("application/octet-stream", false);

    /// How many of a file's bytes are enough.
    public static final int HEAD_BYTES = 16;

    private final String mimeType;
    private final boolean inline;

    FileType(String mimeType, boolean inline) {
        this.mimeType = mimeType;
        this.inline = inline;
    }

    public String mimeType() {
        return mimeType;
    }

    /// Whether a browser may show it in a page.
    public boolean isInline() {
        return inline;
    }

    /// The type whose name stands in a row; just bytes for a name this program does not know.
    public static FileType named(String mimeType) {
        for (FileType type : values()) {
            if (type.mimeType.equals(mimeType)) {
                return type;
            }
        }
        return BYTES;
    }

    /// @param head the first [#HEAD_BYTES] of the file, or all of it
    public static FileType of(byte[] head) {
        if (at(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (at(head, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (at(head, 0, "GIF87a") || at(head, 0, "GIF89a")) {
            return GIF;
        }
        if (at(head, 0, "RIFF") && at(head, 8, "WEBP")) {
            return WEBP;
        }
        return ofOthers(head);
    }

    private static FileType ofOthers(byte[] head) {
        if (at(head, 4, "ftyp") && !at(head, 8, "avif") && !at(head, 8, "heic")) {
            return MP4;
        }
        if (at(head, 0, "\u001aE\u00df\u00a3")) {
            return WEBM;
        }
        if (at(head, 0, "ID3") || isMpegAudio(head)) {
            return MP3;
        }
        if (at(head, 0, "OggS")) {
            return OGG;
        }
        if (at(head, 0, "%PDF-")) {
            return PDF;
        }
        if (at(head, 0, "PK\u0003\u0004")) {
            return ZIP;
        }
        if (at(head, 0, "\u001f\u008b")) {
            return GZIP;
        }
        return at(head, 0, "7z\u00bc\u00af'\u001c") ? SEVEN_ZIP : BYTES;
    }

    /// The sync word and layer III of a frame's header.
    private static boolean isMpegAudio(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xe6) == 0xe2;
    }

    /// @param magic one byte per character
    private static boolean at(byte[] head, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
