package chat.waddle.server.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/// Ten ways in which a closed shard's file can be ruined.
enum Damage {
    GARBAGE_PAGE {
        @Override
        void ruin(Path file, Others others) throws IOException {
            byte[] garbage = new byte[4096 * 3];
            Arrays.fill(garbage, (byte) 0x5a);
            overwrite(file, 4096 * 2, garbage);
        }
    },
    TRUNCATED {
        @Override
        void ruin(Path file, Others others) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
    },
    ZERO_BYTE {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.write(file, new byte[0]);
        }
    },
    MISSING {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.delete(file);
        }
    },
    OTHER_WADDLES_FILE {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.copy(others.soundShard(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    },
    /// The log of another waddle, with commits that were not folded in.
    STALE_WAL {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.copy(others.foreignWal(), file.resolveSibling(file.getFileName() + "-wal"));
        }
    },
    WRONG_APPLICATION_ID {
        @Override
        void ruin(Path file, Others others) throws IOException {
            overwrite(file, 68, new byte[] {0x12, 0x34, 0x56, 0x78});
        }
    },
    NEWER_SCHEMA {
        @Override
        void ruin(Path file, Others others) throws IOException {
            overwrite(file, 60, new byte[] {0, 0, 0x27, 0x0f});
        }
    },
    /// A folder stands for "unreadable": the rights of a file do not stop root.
    UNREADABLE {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
        }
    },
    /// The file as it was before commits that lived in the log only.
    LOST_WAL {
        @Override
        void ruin(Path file, Others others) throws IOException {
            Files.copy(Objects.requireNonNull(others.earlierCopy()), file, StandardCopyOption.REPLACE_EXISTING);
        }
    };

    /// Files to do harm with.
    record Others(Path soundShard, Path foreignWal, Path earlierCopy) {}

    abstract void ruin(Path file, Others others) throws IOException;

    private static void overwrite(Path file, long position, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            int _ = channel.write(ByteBuffer.wrap(bytes), position);
        }
    }
}
