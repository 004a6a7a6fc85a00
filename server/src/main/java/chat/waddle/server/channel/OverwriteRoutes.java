package chat.waddle.server.channel;

import chat.waddle.channel.Channel;
import chat.waddle.channel.Overwrite;
import chat.waddle.channel.OverwritePlace;
import chat.waddle.channel.OverwriteSubject;
import chat.waddle.channel.RemoveOverwrite;
import chat.waddle.channel.SetOverwrite;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.CategoryId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Ids;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Overwrites of channels and categories, for roles and for members: list, set, take away.
public final class OverwriteRoutes {
    private static final String OF_CHANNEL = "/waddles/{waddleId}/channels/{channelId}/overwrites";
    private static final String OF_CATEGORY = "/waddles/{waddleId}/categories/{categoryId}/overwrites";
    private static final String ROLE = "/role/{roleId}";
    private static final String USER = "/user/{userId}";

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_ROLES");
        Limits body = Limits.JSON_BODY_BYTES;
        RateLimit writes = RateLimit.WRITES;
        return List.of(
                Route.get(OF_CHANNEL, "listChannelOverwrites", Access.MEMBER, RateLimit.READS, this::ofChannel),
                Route.put(OF_CHANNEL + ROLE, "setChannelRoleOverwrite", manager, writes, body, this::set),
                Route.delete(OF_CHANNEL + ROLE, "removeChannelRoleOverwrite", manager, writes, this::remove),
                Route.put(OF_CHANNEL + USER, "setChannelUserOverwrite", manager, writes, body, this::set),
                Route.delete(OF_CHANNEL + USER, "removeChannelUserOverwrite", manager, writes, this::remove),
                Route.get(OF_CATEGORY, "listCategoryOverwrites", Access.MEMBER, RateLimit.READS, this::ofCategory),
                Route.put(OF_CATEGORY + ROLE, "setCategoryRoleOverwrite", manager, writes, body, this::set),
                Route.delete(OF_CATEGORY + ROLE, "removeCategoryRoleOverwrite", manager, writes, this::remove),
                Route.put(OF_CATEGORY + USER, "setCategoryUserOverwrite", manager, writes, body, this::set),
                Route.delete(OF_CATEGORY + USER, "removeCategoryUserOverwrite", manager, writes, this::remove));
    }

    /// The channel's own, then those it has from its category.
    private void ofChannel(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        List<OverwriteJson> items = visit.shard().readSnapshot(reader -> {
            List<OverwriteJson> all = new ArrayList<>();
            Set<String> own = new HashSet<>();
            for (Overwrite overwrite : reader.overwrites().ofChannel(channel)) {
                own.add(subject(overwrite));
                all.add(OverwriteJson.of(overwrite, null));
            }
            CategoryId category = channel.category();
            if (category != null) {
                reader.overwrites().ofCategory(category).orElse(List.of()).stream()
                        .filter(overwrite -> !own.contains(subject(overwrite)))
                        .forEach(overwrite -> all.add(OverwriteJson.of(overwrite, category)));
            }
            return all;
        });
        exchange.json(200, new ItemList<>(items, null));
    }

    private static String subject(Overwrite overwrite) {
        return overwrite.subject().code() + overwrite.subjectId();
    }

    private void ofCategory(Exchange exchange) throws IOException {
        CategoryId category = new CategoryId(exchange.pathId("categoryId"));
        List<OverwriteJson> items = Visit.of(exchange)
                .shard()
                .read(reader -> reader.overwrites().ofCategory(category))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_CATEGORY))
                .stream()
                .map(overwrite -> OverwriteJson.of(overwrite, null))
                .toList();
        exchange.json(200, new ItemList<>(items, null));
    }

    private void set(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Place place = place(exchange, visit);
        Subject subject = subject(exchange);
        ChannelRequests.PutOverwrite body = exchange.body(ChannelRequests.PutOverwrite.class);
        SetOverwrite command = new SetOverwrite(
                visit.user(),
                place.type(),
                place.id(),
                subject.type(),
                subject.id(),
                bits("allow", body.allow()),
                bits("deny", body.deny()));
        exchange.json(200, OverwriteJson.of(visit.carryOut(exchange, command), null));
    }

    private void remove(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Place place = place(exchange, visit);
        Subject subject = subject(exchange);
        visit.carryOut(
                exchange, new RemoveOverwrite(visit.user(), place.type(), place.id(), subject.type(), subject.id()));
        exchange.empty(204);
    }

    private record Place(OverwritePlace type, long id) {}

    private static Place place(Exchange exchange, Visit visit) {
        return exchange.route().parameters().contains("channelId")
                ? new Place(OverwritePlace.CHANNEL, visit.channel(exchange).id().value())
                : new Place(OverwritePlace.CATEGORY, exchange.pathId("categoryId"));
    }

    private record Subject(OverwriteSubject type, long id) {}

    private static Subject subject(Exchange exchange) {
        return exchange.route().parameters().contains("roleId")
                ? new Subject(OverwriteSubject.ROLE, exchange.pathId("roleId"))
                : new Subject(OverwriteSubject.USER, exchange.pathId("userId"));
    }

    private static long bits(String field, String decimal) {
        try {
            return Ids.parse(decimal);
        } catch (NumberFormatException _) {
            throw new Problem.Invalid(field, "not_a_number", "It must be a decimal number.").asException();
        }
    }
}
