package chat.waddle.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Writes content and its seal to a new file, hashing on the way; the caller makes the file durable.
final class SealingWriter {
    private SealingWriter() {}

    static Seal write(ObjectSource content, FileChannel file) throws IOException {
        long sizeBytes = content.sizeBytes();
        MessageDigest sha256 = sha256();
        ByteBuffer table =
                ByteBuffer.allocate(Seal.blocks(sizeBytes) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        byte[] block = new byte[Seal.BLOCK_BYTES];
        try (InputStream in = content.open()) {
            for (long left = sizeBytes; left > 0; ) {
                int length = (int) Math.min(left, block.length);
                if (in.readNBytes(block, 0, length) < length) {
                    throw new IOException("The content is shorter than its announced size of " + sizeBytes + " bytes");
                }
                sha256.update(block, 0, length);
                table.putInt(Seal.crc(block, length));
                writeFully(file, ByteBuffer.wrap(block, 0, length));
                left -= length;
            }
            if (in.read() >= 0) {
                throw new IOException("The content is longer than its announced size of " + sizeBytes + " bytes");
            }
        }
        Seal seal = new Seal(sizeBytes, sha256.digest(), table.array());
        writeFully(file, seal.encode());
        return seal;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
