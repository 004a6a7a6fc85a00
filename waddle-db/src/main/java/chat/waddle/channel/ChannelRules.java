package chat.waddle.channel;

import chat.waddle.community.InvalidField;
import chat.waddle.community.TextRules;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// The limits of channels and categories.
public final class ChannelRules {
    public static final int CHANNEL_LIMIT = 500;
    public static final int CATEGORY_LIMIT = 100;
    public static final int NAME_LIMIT = 64;
    public static final int CATEGORY_NAME_LIMIT = 100;
    public static final int DESCRIPTION_LIMIT = 1024;
    public static final int POSITION_LIMIT = 100_000;
    public static final int SLOW_MODE_LIMIT_SECONDS = 21_600;
    public static final int ARCHIVE_LIMIT_HOURS = 8760;
    public static final int USUAL_ARCHIVE_HOURS = 168;

    private ChannelRules() {}

    /// What is wrong with these values, or null.
    static @Nullable InvalidField fault(Channel channel) {
        InvalidField name = name(channel.name());
        if (name != null) {
            return name;
        }
        InvalidField description = TextRules.prose("description", channel.description(), DESCRIPTION_LIMIT);
        if (description != null) {
            return description;
        }
        if (!channel.type().isOrdinary()) {
            return new InvalidField("type", "unknown_type", "It must be text, voice or announcement.");
        }
        InvalidField slowMode = range("slowModeSeconds", channel.slowModeSeconds(), 0, SLOW_MODE_LIMIT_SECONDS);
        if (slowMode != null) {
            return slowMode;
        }
        InvalidField archive = range("autoArchiveHours", channel.autoArchiveHours(), 1, ARCHIVE_LIMIT_HOURS);
        return archive != null ? archive : position(channel.position());
    }

    /// A name has a letter, so that it is never taken for an id, and nothing that an address must escape.
    static @Nullable InvalidField name(String name) {
        InvalidField line = TextRules.line("name", name, NAME_LIMIT);
        if (line != null) {
            return line;
        }
        if (!name.codePoints().allMatch(ChannelRules::allowed)) {
            return new InvalidField("name", "unusable_characters", "It may have letters, digits, - and _ only.");
        }
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return new InvalidField("name", "no_letter", "It must have a letter.");
        }
        return null;
    }

    /// Many scripts write vowels as marks.
    private static boolean allowed(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || character == '-'
                || character == '_'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /// The one spelling of a name, where Unicode has several.
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static @Nullable InvalidField position(int position) {
        return range("position", position, 0, POSITION_LIMIT);
    }

    static @Nullable InvalidField categoryName(String name) {
        return TextRules.line("name", name, CATEGORY_NAME_LIMIT);
    }

    private static @Nullable InvalidField range(String field, int value, int least, int most) {
        return value >= least && value <= most
                ? null
                : new InvalidField(field, "out_of_range", "It must be " + least + " to " + most + ".");
    }
}
