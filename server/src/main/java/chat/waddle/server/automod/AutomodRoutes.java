package chat.waddle.server.automod;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.AutomodRule;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.automod.DeleteAutomodRule;
import chat.waddle.automod.UpdateAutomodRule;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Automatic moderation rules: list, make, change, delete.
public final class AutomodRoutes {
    private static final String ALL = "/waddles/{waddleId}/automod/rules";
    private static final String ONE = ALL + "/{ruleId}";

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_AUTOMOD");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listAutomodRules", manager, RateLimit.READS, this::list),
                Route.post(ALL, "createAutomodRule", manager, RateLimit.MODERATION, body, this::create),
                Route.patch(ONE, "updateAutomodRule", manager, RateLimit.MODERATION, body, this::patch),
                Route.delete(ONE, "deleteAutomodRule", manager, RateLimit.MODERATION, this::delete));
    }

    /// All of them: there are at most [AutomodRule#RULES_LIMIT].
    private void list(Exchange exchange) throws IOException {
        List<AutomodRule> rules = Visit.of(exchange).shard().read(reader -> reader.automodRules());
        exchange.json(
                200, new ItemList<>(rules.stream().map(AutomodRuleJson::of).toList(), null));
    }

    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        AutomodRequests.NewRule body = exchange.body(AutomodRequests.NewRule.class);
        List<String> words = Objects.requireNonNullElse(body.words(), List.of());
        new FieldChecks().items("words", words, Limits.AUTOMOD_WORDS).orThrow();
        CreateAutomodRule command = new CreateAutomodRule(
                visit.user(),
                body.name(),
                known("kind", AutomodKind.ofCode(body.kind())),
                words,
                body.mentionLimit(),
                known("action", AutomodAction.ofCode(body.action())),
                body.timeoutSeconds(),
                !Boolean.FALSE.equals(body.enabled()));
        exchange.json(201, AutomodRuleJson.of(visit.carryOut(exchange, command)));
    }

    private static <T> T known(String field, Optional<T> value) {
        return value.orElseThrow(() -> unknown(field));
    }

    private static ProblemException unknown(String field) {
        return new Problem.Invalid(field, "unknown_" + field, "There is no such " + field + ".").asException();
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        AutomodRequests.PatchRule body = exchange.body(AutomodRequests.PatchRule.class);
        new FieldChecks().items("words", body.words(), Limits.AUTOMOD_WORDS).orThrow();
        UpdateAutomodRule command = new UpdateAutomodRule(
                visit.user(),
                id(exchange),
                body.name(),
                body.words(),
                body.mentionLimit(),
                body.action() == null ? null : known("action", AutomodAction.ofCode(body.action())),
                body.timeoutSeconds(),
                body.enabled());
        exchange.json(200, AutomodRuleJson.of(visit.carryOut(exchange, command)));
    }

    private static AutomodRuleId id(Exchange exchange) {
        return new AutomodRuleId(exchange.pathId("ruleId"));
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        visit.carryOut(exchange, new DeleteAutomodRule(visit.user(), id(exchange)));
        exchange.empty(204);
    }
}
