package chat.waddle.directory.settings;

import org.jspecify.annotations.Nullable;

/// New quiet hours, or null for none any more.
public record QuietHoursChange(@Nullable QuietHours hours) {}
