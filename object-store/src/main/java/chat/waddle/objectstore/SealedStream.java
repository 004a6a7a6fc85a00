package chat.waddle.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Objects;

/// Reads content of a sealed file block by block and hands out no byte of a block that fails its checksum.
///
/// Read from the first byte to the last it also compares the SHA-256, before it hands out the last block.
/// Owns the channel. Not thread-safe.
final class SealedStream extends InputStream {
    private final FileChannel file;
    private final ObjectKey key;
    private final Seal seal;
    private final long end;
    private final boolean whole;
    private final MessageDigest sha256 = SealingWriter.sha256();
    private long position;
    private byte[] block = new byte[0];
    private int blockIndex = -1;

    SealedStream(FileChannel file, ObjectKey key, Seal seal, long start, long end) {
        this.file = file;
        this.key = key;
        this.seal = seal;
        this.position = start;
        this.end = end;
        this.whole = start == 0 && end == seal.sizeBytes();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int wanted = (int) (position / Seal.BLOCK_BYTES);
        if (wanted != blockIndex) {
            load(wanted);
        }
        int from = (int) (position % Seal.BLOCK_BYTES);
        int count = (int) Math.min(Math.min(length, block.length - from), end - position);
        System.arraycopy(block, from, target, offset, count);
        position += count;
        return count;
    }

    private void load(int index) throws IOException {
        long start = (long) index * Seal.BLOCK_BYTES;
        int length = (int) Math.min(Seal.BLOCK_BYTES, seal.sizeBytes() - start);
        byte[] bytes = readBlock(start, length);
        if (Seal.crc(bytes, length) != seal.blockCrc(index)) {
            throw new ObjectDamagedException(key, "the bytes from " + start + " on changed");
        }
        if (whole) {
            sha256.update(bytes);
            boolean last = start + length == seal.sizeBytes();
            if (last && !seal.hasSha256(sha256.digest())) {
                throw new ObjectDamagedException(key, "its SHA-256 differs");
            }
        }
        block = bytes;
        blockIndex = index;
    }

    private byte[] readBlock(long start, int length) throws IOException {
        try {
            return Seal.readAt(file, start, length);
        } catch (EOFException e) {
            ObjectDamagedException damaged = new ObjectDamagedException(key, "the file was cut short");
            damaged.initCause(e);
            throw damaged;
        }
    }

    @Override
    public int available() {
        return blockIndex < 0 ? 0 : (int) Math.min(end - position, block.length - position % Seal.BLOCK_BYTES);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
