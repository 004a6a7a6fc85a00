package chat.waddle.bench.engine;

import java.util.Random;

/// Makes sentences of about 80 characters whose words are as unevenly frequent as those of a language (Zipf).
public final class Words {
    private static final int VOCABULARY = 30_000;
    private static final int LENGTH = 80;

    private final Random random;

    public Words(long seed) {
        random = new Random(seed);
    }

    public String sentence() {
        StringBuilder text = new StringBuilder(LENGTH + 16);
        while (text.length() < LENGTH) {
            text.append(text.isEmpty() ? "" : " ").append(word());
        }
        return text.toString();
    }

    public String word() {
        return word((int) Math.pow(VOCABULARY, random.nextDouble()));
    }

    /// The word of this rank; 1 is the most frequent.
    public static String word(int rank) {
        StringBuilder letters = new StringBuilder("w");
        for (int rest = rank; rest > 0; rest /= 20) {
            letters.append("bcdfghjklmnpqrstvxyz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return letters.toString();
    }
}
