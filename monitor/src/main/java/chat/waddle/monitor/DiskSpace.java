package chat.waddle.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the disk has; -1 where it does not say.
public interface DiskSpace {
    long freeBytes();

    long totalBytes();

    /// The disk a folder is on.
    static DiskSpace of(Path folder) {
        return new DiskSpace() {
            @Override
            public long freeBytes() {
                try {
                    return Files.getFileStore(folder).getUsableSpace();
                } catch (IOException e) {
                    return -1;
                }
            }

            @Override
            public long totalBytes() {
                try {
                    return Files.getFileStore(folder).getTotalSpace();
                } catch (IOException e) {
                    return -1;
                }
            }
        };
    }
}
