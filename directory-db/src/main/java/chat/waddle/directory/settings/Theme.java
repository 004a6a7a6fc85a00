package chat.waddle.directory.settings;

import org.jdbi.v3.core.enums.DatabaseValue;

/// Colours of the client.
public enum Theme {
    /// As the device says.
    @DatabaseValue("auto")
    AUTO,
    @DatabaseValue("light")
    LIGHT,
    @DatabaseValue("dark")
    DARK
}
