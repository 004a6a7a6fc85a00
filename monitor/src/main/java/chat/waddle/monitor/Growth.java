package chat.waddle.monitor;

import chat.waddle.directory.shard.SizeAt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// How fast a shard grows: the median of the slopes between all pairs of points (Theil–Sen), so that an import or a
/// clean-up in between does not bend the line.
///
/// A point is written only when something changed, so the history is read as steps and looked at in even distances.
///
/// @param bytesPerDay negative when it shrinks, 0 where too little is known
/// @param known the time between the first point and now
public record Growth(double bytesPerDay, Duration known) {
    /// How far back the history is looked at.
    public static final Duration WINDOW = Duration.ofDays(14);

    /// Below this a forecast would be a guess.
    public static final Duration LEAST = Duration.ofHours(6);

    public static final Growth UNKNOWN = new Growth(0, Duration.ZERO);
    private static final int SAMPLES = 32;
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final Duration FAR = Duration.ofDays(36_500);

    /// Fits a line.
    ///
    /// @param points oldest first
    /// @param usedBytes the size now
    public static Growth fit(List<SizeAt> points, long usedBytes, Instant now) {
        if (points.isEmpty() || !points.getFirst().at().isBefore(now)) {
            return UNKNOWN;
        }
        Instant start = points.getFirst().at();
        Duration known = Duration.between(start, now);
        if (known.compareTo(LEAST) < 0) {
            return new Growth(0, known);
        }
        double[] samples = samples(points, usedBytes, start, known);
        double distance = known.toMillis() / MILLIS_PER_DAY / (SAMPLES - 1);
        return new Growth(medianSlope(samples) / distance, known);
    }

    private static double[] samples(List<SizeAt> points, long usedBytes, Instant start, Duration known) {
        double[] samples = new double[SAMPLES];
        int next = 0;
        double value = points.getFirst().usedBytes();
        for (int i = 0; i < SAMPLES - 1; i++) {
            Instant at = start.plusMillis(known.toMillis() * i / (SAMPLES - 1));
            while (next < points.size() && !points.get(next).at().isAfter(at)) {
                value = points.get(next++).usedBytes();
            }
            samples[i] = value;
        }
        samples[SAMPLES - 1] = usedBytes;
        return samples;
    }

    private static double medianSlope(double[] samples) {
        double[] slopes = new double[SAMPLES * (SAMPLES - 1) / 2];
        int count = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = i + 1; j < SAMPLES; j++) {
                slopes[count++] = (samples[j] - samples[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        return (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
    }

    /// When the room is used up at this rate.
    public Forecast forecast(long usedBytes, long roomBytes) {
        if (usedBytes >= roomBytes) {
            return new Forecast.FullAfter(Duration.ZERO);
        }
        if (known.compareTo(LEAST) < 0) {
            return new Forecast.TooEarly(known);
        }
        double days = (roomBytes - usedBytes) / bytesPerDay;
        if (bytesPerDay <= 0 || days > FAR.toDays()) {
            return new Forecast.NotGrowing();
        }
        return new Forecast.FullAfter(Duration.ofMillis((long) (days * MILLIS_PER_DAY)));
    }
}
