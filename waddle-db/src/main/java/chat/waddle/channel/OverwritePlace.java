package chat.waddle.channel;

import java.util.Locale;

/// Where an overwrite stands.
public enum OverwritePlace {
    CHANNEL,
    /// Every channel of the category has it, unless the channel has one of its own for the same subject.
    CATEGORY;

    /// Its name in the file and on the wire.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
