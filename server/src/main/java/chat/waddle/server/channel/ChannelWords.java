package chat.waddle.server.channel;

import chat.waddle.channel.ChannelType;
import chat.waddle.channel.ThreadMode;
import chat.waddle.server.http.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The words for kinds of channels on the wire; null stays null.
final class ChannelWords {
    private ChannelWords() {}

    static @Nullable ChannelType type(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(ChannelType.values())
                .filter(type -> type.code().equals(code) && type.isOrdinary())
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("type", "unknown_type", "May be text, voice or announcement.")
                        .asException());
    }

    static @Nullable ThreadMode threadMode(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(ThreadMode.values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                                "threadMode", "unknown_mode", "May be required, optional or disabled.")
                        .asException());
    }
}
