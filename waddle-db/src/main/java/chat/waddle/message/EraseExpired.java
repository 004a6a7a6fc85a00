package chat.waddle.message;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Erases deleted messages whose undo window is over, oldest first, and forgets outdated client message ids.
///
/// @param limit how many messages at most
/// @param held accounts whose messages stay for now, because a legal hold goes before the end of the window; null for
/// none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EraseExpired(int limit, @Nullable List<UserId> held) implements Command<EraseExpired.Erased> {
    public EraseExpired(int limit) {
        this(limit, null);
    }

    /// @param messages how many were erased; fewer than the limit means that none is left
    public record Erased(int messages) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
