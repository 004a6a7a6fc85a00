package chat.waddle.report;

import static java.util.stream.Collectors.joining;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.ids.ReportId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What moderators are asked to look at, newest first. Valid only inside the callback that got it.
public final class Reports {
    private final ReportSql sql;

    public Reports(Session session) {
        sql = session.sql(ReportSql.class);
    }

    public Optional<Report> find(ReportId id) {
        return sql.find(id);
    }

    /// @param status only these; null for all
    /// @param channels only about messages there
    /// @param before the `next` of the page before; [Long#MAX_VALUE] to begin
    public Page<Report, Long> page(@Nullable ReportStatus status, List<Channel> channels, long before, int limit) {
        String numbers = channels.stream()
                .map(channel -> Integer.toString(channel.num()))
                .collect(joining(",", "[", "]"));
        List<Report> found = status == null
                ? sql.allBefore(numbers, before, limit + 1)
                : sql.before(status.code(), numbers, before, limit + 1);
        return Page.of(found, limit, report -> report.id().value());
    }
}
