package chat.waddle.directory.settings;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of changing settings.
public sealed interface SettingsOutcome {
    record Changed(Settings settings) implements SettingsOutcome {}

    /// Somebody else changed them first; these are the ones there are.
    record Conflict(Settings settings) implements SettingsOutcome {}

    record Invalid(List<FieldProblem> problems) implements SettingsOutcome {}

    /// The account is gone.
    record Missing() implements SettingsOutcome {}
}
