package chat.waddle.server.attachment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What decoding a JPEG takes, told from its markers without decoding it.
///
/// One that is sent in a single scan is decoded row by row. One of several scans, as every progressive one is, must be
/// held whole, two bytes for each sample, and is gone over once for each scan: a few kilobytes can ask for gigabytes
/// of memory, or for minutes.
///
/// @param samples how many must be held, rounded up; 0 for an image that is decoded row by row
/// @param scans how often they are gone over
record JpegEffort(long samples, int scans) {
    /// Twelve million pixels of three colours, and some: 80 MB.
    static final long MOST_SAMPLES = 40_000_000;

    /// Some seconds.
    static final long MOST_STEPS = 1_000_000_000;

    private static final int MARKER = 0xFF;
    private static final int STUFFED = 0x00;
    private static final int FIRST_RESTART = 0xD0;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int EXTENSIONS = 0xC8;
    private static final int ARITHMETIC_TABLES = 0xCC;
    private static final int PROGRESSIVE = 0x02;

    boolean isModest() {
        return samples <= MOST_SAMPLES && samples * scans <= MOST_STEPS;
    }

    /// Reads to the end of the image, or of the file: what is cut off is decoded as far as it goes.
    static JpegEffort of(Path file) throws IOException {
        Markers markers = new Markers();
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            markers.read(input);
        } catch (EOFException _) {
            // as far as it goes
        }
        return new JpegEffort(markers.held ? markers.samples : 0, markers.scans);
    }

    /// What was read so far.
    private static final class Markers {
        private long samples;
        private int components;
        private int scans;
        private boolean held;

        private void read(DataInputStream input) throws IOException {
            for (int marker = next(input); marker != END_OF_IMAGE; marker = next(input)) {
                boolean alone = marker <= 1 || (marker >= FIRST_RESTART && marker <= START_OF_IMAGE);
                if (!alone) {
                    segment(marker, input);
                }
            }
        }

        /// The next marker, whatever stands before it.
        private static int next(DataInputStream input) throws IOException {
            while (true) {
                int unit = input.readUnsignedByte();
                while (unit == MARKER) {
                    unit = input.readUnsignedByte();
                    if (unit != MARKER && unit != STUFFED) {
                        return unit;
                    }
                }
            }
        }

        private void segment(int marker, DataInputStream input) throws IOException {
            byte[] body = new byte[Math.max(0, input.readUnsignedShort() - 2)];
            input.readFully(body);
            boolean table = marker == HUFFMAN_TABLES || marker == EXTENSIONS || marker == ARITHMETIC_TABLES;
            if (marker == START_OF_SCAN && body.length > 0) {
                scans++;
                held |= (body[0] & 0xFF) < components;
            } else if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !table && body.length > 5) {
                frame(marker, body);
            }
        }

        /// Precision, height, width, and how many components there are.
        private void frame(int marker, byte[] body) {
            int height = (body[1] & 0xFF) << 8 | (body[2] & 0xFF);
            int width = (body[3] & 0xFF) << 8 | (body[4] & 0xFF);
            components = body[5] & 0xFF;
            samples = Math.max(samples, (long) height * width * components);
            held |= (marker & PROGRESSIVE) != 0;
        }
    }
}
