package chat.waddle.server.report;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.report.Report;
import chat.waddle.report.ReportMessage;
import chat.waddle.report.ReportReason;
import chat.waddle.report.ReportStatus;
import chat.waddle.report.ReviewReport;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;

/// Reports of messages: report one; list, see and review them.
public final class ReportRoutes {
    private static final String MESSAGE = "/waddles/{waddleId}/channels/{channelId}/messages/{messageId}/report";
    private static final String ALL = "/waddles/{waddleId}/reports";
    private static final String ONE = ALL + "/{reportId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access reviewer = Access.member("REVIEW_REPORTS");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.post(
                        MESSAGE,
                        "reportMessage",
                        Access.inChannel("READ_HISTORY"),
                        RateLimit.WRITES,
                        body,
                        this::report),
                Route.get(ALL, "listReports", reviewer, RateLimit.READS, this::list),
                Route.get(ONE, "getReport", reviewer, RateLimit.READS, this::get),
                Route.patch(ONE, "reviewReport", reviewer, RateLimit.MODERATION, body, this::review));
    }

    private void report(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId message = new MessageId(exchange.pathId("messageId"));
        ReportRequests.NewReport body = exchange.body(ReportRequests.NewReport.class);
        ReportReason reason = ReportReason.ofCode(body.reason()).orElseThrow(() -> unknown("reason", "unknown_reason"));
        ReportMessage command = new ReportMessage(visit.user(), channel.id(), message, reason, body.text());
        CommunityOutcome<Report> outcome =
                visit.shard().submit(command, visit.request(exchange)).result();
        int status = outcome instanceof CommunityOutcome.Done ? 201 : 200;
        exchange.json(status, ReportJson.of(CommunityProblems.valueOf(outcome)));
    }

    private static RuntimeException unknown(String field, String code) {
        return new Problem.Invalid(field, code, "There is no such " + field + ".").asException();
    }

    /// Newest first; only about messages in channels that the moderator may see.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ReportStatus status = exchange.query("status")
                .map(code -> ReportStatus.ofCode(code).orElseThrow(() -> malformed("status")))
                .orElse(null);
        long before =
                exchange.query("cursor").map(text -> Cursor.decode(text, 1)[0]).orElse(Long.MAX_VALUE);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Channel> channels = visit.shard().channels().visibleTo(visit.access(), visit.nowMillis());
        Page<Report, Long> page = visit.shard().read(reader -> reader.reports().page(status, channels, before, limit));
        List<ReportJson> items = page.items().stream().map(ReportJson::of).toList();
        Long next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private static RuntimeException malformed(String parameter) {
        return new Problem.Malformed("malformed_parameter", "'" + parameter + "' has no such value.").asException();
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ReportId id = id(exchange);
        Report report = visit.shard()
                .read(reader -> reader.reports().find(id))
                .filter(found -> isVisible(visit, found))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_REPORT));
        exchange.json(200, ReportJson.of(report));
    }

    private static boolean isVisible(Visit visit, Report report) {
        Channel channel = visit.shard().channels().byId(report.channel());
        return channel != null && visit.maySee(channel);
    }

    private static ReportId id(Exchange exchange) {
        return new ReportId(exchange.pathId("reportId"));
    }

    private void review(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ReportRequests.Review body = exchange.body(ReportRequests.Review.class);
        ReportStatus status = ReportStatus.ofCode(body.status()).orElseThrow(() -> unknown("status", "unknown_status"));
        ReviewReport command = new ReviewReport(visit.user(), id(exchange), status, body.note());
        exchange.json(200, ReportJson.of(visit.carryOut(exchange, command)));
    }
}
