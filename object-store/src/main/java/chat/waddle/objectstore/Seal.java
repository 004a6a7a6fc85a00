package chat.waddle.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// What stands behind the content in a file of the folder store, so that content and hash appear in one rename.
///
/// Layout, little endian: zstd skippable-frame header (8 B), one CRC-32C per 64 KiB block of content (4 B each), tail
/// (60 B: magic, size, SHA-256, block size, CRC of the block table, CRC of the tail). As a skippable frame it does not
/// disturb `zstd -d` on a compressed object. A seal that does not parse gives an `ObjectDamagedException`.
final class Seal {
    static final int BLOCK_BYTES = 64 * 1024;
    private static final int FRAME_MAGIC = 0x184D2A5E;
    private static final int FRAME_HEADER_BYTES = 8;
    private static final long TAIL_MAGIC = 0x314F454C44444157L; // "WADDLEO1"
    private static final int SHA256_BYTES = 32;
    private static final int TAIL_BYTES = 60;
    private static final int TAIL_CRC_AT = TAIL_BYTES - Integer.BYTES;
    private static final int FIXED_BYTES = FRAME_HEADER_BYTES + TAIL_BYTES;

    private final long sizeBytes;
    private final byte[] sha256;
    private final byte[] blockTable;

    Seal(long sizeBytes, byte[] sha256, byte[] blockTable) {
        this.sizeBytes = sizeBytes;
        this.sha256 = sha256;
        this.blockTable = blockTable;
    }

    static int blocks(long sizeBytes) {
        return Math.toIntExact(Math.ceilDiv(sizeBytes, (long) BLOCK_BYTES));
    }

    private static long fileBytes(long sizeBytes) {
        return sizeBytes + (long) Integer.BYTES * blocks(sizeBytes) + FIXED_BYTES;
    }

    static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /// The size of the content in a sealed file of this length, without opening it; 0 if it is too short to be one.
    static long contentBytes(long fileBytes) {
        long rest = Math.max(0, fileBytes - FIXED_BYTES);
        return Math.max(0, rest - Integer.BYTES * Math.ceilDiv(rest, (long) BLOCK_BYTES + Integer.BYTES));
    }

    long sizeBytes() {
        return sizeBytes;
    }

    boolean hasSha256(byte[] digest) {
        return MessageDigest.isEqual(sha256, digest);
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(sha256);
    }

    int blockCrc(int block) {
        return littleEndian(blockTable).getInt(block * Integer.BYTES);
    }

    ByteBuffer encode() {
        byte[] tail = new byte[TAIL_BYTES];
        ByteBuffer fields = littleEndian(tail)
                .putLong(TAIL_MAGIC)
                .putLong(sizeBytes)
                .put(sha256)
                .putInt(BLOCK_BYTES)
                .putInt(crc(blockTable, blockTable.length));
        fields.putInt(crc(tail, TAIL_CRC_AT));
        return littleEndian(new byte[FIXED_BYTES + blockTable.length])
                .putInt(FRAME_MAGIC)
                .putInt(blockTable.length + TAIL_BYTES)
                .put(blockTable)
                .put(tail)
                .flip();
    }

    static Seal read(FileChannel file, ObjectKey key) throws IOException {
        long fileBytes = file.size();
        if (fileBytes < FIXED_BYTES) {
            throw new ObjectDamagedException(key, "the file is too short for a seal");
        }
        byte[] tailBytes = readAt(file, fileBytes - TAIL_BYTES, TAIL_BYTES);
        ByteBuffer tail = littleEndian(tailBytes);
        if (crc(tailBytes, TAIL_CRC_AT) != tail.getInt(TAIL_CRC_AT) || tail.getLong() != TAIL_MAGIC) {
            throw new ObjectDamagedException(key, "no seal at the end of the file");
        }
        long sizeBytes = tail.getLong();
        byte[] sha256 = new byte[SHA256_BYTES];
        tail.get(sha256);
        if (tail.getInt() != BLOCK_BYTES || fileBytes(sizeBytes) != fileBytes) {
            throw new ObjectDamagedException(key, "the file is not as long as its seal says");
        }
        int tableCrc = tail.getInt();
        byte[] table = readAt(file, sizeBytes + FRAME_HEADER_BYTES, blocks(sizeBytes) * Integer.BYTES);
        if (crc(table, table.length) != tableCrc) {
            throw new ObjectDamagedException(key, "the block table of its seal changed");
        }
        return new Seal(sizeBytes, sha256, table);
    }

    static byte[] readAt(FileChannel file, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining()) {
            if (file.read(target, position + target.position()) < 0) {
                throw new EOFException("The file ends at " + (position + target.position()));
            }
        }
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
