package chat.waddle.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/// Bytes that grow at their end. Not thread-safe; meant to be reused.
public final class ByteSink {
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private byte[] bytes;
    private int length;

    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    /// The bytes in place, valid up to [#length()] until the next change.
    public byte[] array() {
        return bytes;
    }

    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    public ByteSink put(byte value) {
        room(1);
        bytes[length++] = value;
        return this;
    }

    public ByteSink put(byte[] values) {
        return put(values, 0, values.length);
    }

    public ByteSink put(byte[] values, int offset, int count) {
        room(count);
        System.arraycopy(values, offset, bytes, length, count);
        length += count;
        return this;
    }

    /// Text that has only ASCII characters.
    @SuppressWarnings("deprecation") // the only copy of Latin-1 text that allocates nothing
    public ByteSink ascii(String text) {
        int count = text.length();
        room(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    public ByteSink utf8(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A whole number in decimal.
    public ByteSink number(long value) {
        if (value < 0) {
            return value == Long.MIN_VALUE
                    ? ascii("-9223372036854775808")
                    : put((byte) '-').number(-value);
        }
        int digits = digits(value);
        room(digits);
        int at = length + digits;
        long rest = value;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        length += digits;
        return this;
    }

    /// A whole number in decimal with leading zeros.
    public ByteSink padded(int value, int digits) {
        room(digits);
        int rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /// Bits tell the digits but for one (1233 / 4096 is a little more than the logarithm of 2), a look settles that.
    private static int digits(long value) {
        long odd = value | 1;
        int least = ((Long.SIZE - Long.numberOfLeadingZeros(odd)) * 1233) >>> 12;
        return odd < POWERS[least] ? least : least + 1;
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
