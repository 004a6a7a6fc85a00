package chat.waddle.directory.secret;

/// How dear one guess of a password is made.
///
/// @param memoryKib memory of one hash
/// @param passes how often the memory is gone through
/// @param lanes how many lanes it has
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /// The least that OWASP advises for Argon2id: about 25 ms on one core of a small server.
    public static final Argon2Cost STANDARD = new Argon2Cost(19 * 1024, 2, 1);

    public Argon2Cost {
        if (lanes < 1 || passes < 1 || memoryKib < 8 * lanes) {
            throw new IllegalArgumentException(
                    "no Argon2 cost: memoryKib=" + memoryKib + " passes=" + passes + " lanes=" + lanes);
        }
    }
}
