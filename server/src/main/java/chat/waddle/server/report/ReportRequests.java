package chat.waddle.server.report;

import org.jspecify.annotations.Nullable;

/// What clients send about reports.
final class ReportRequests {
    private ReportRequests() {}

    record NewReport(String reason, @Nullable String text) {}

    /// @param note null leaves it as it is
    record Review(String status, @Nullable String note) {}
}
