package chat.waddle.monitor;

/// How the disk under the data directory stands.
///
/// @param freeBytes what may still be written to it, -1 where it does not say
/// @param totalBytes its size, -1 where it does not say
/// @param floorBytes below this it counts as low
/// @param ballastBytes what the ballast file keeps in hand now
public record DiskReport(long freeBytes, long totalBytes, long floorBytes, long ballastBytes) {
    public boolean isLow() {
        return freeBytes >= 0 && freeBytes < floorBytes;
    }
}
