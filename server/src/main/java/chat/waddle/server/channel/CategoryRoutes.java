package chat.waddle.server.channel;

import chat.waddle.channel.Category;
import chat.waddle.channel.CreateCategory;
import chat.waddle.channel.DeleteCategory;
import chat.waddle.channel.UpdateCategory;
import chat.waddle.ids.CategoryId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Categories of a waddle: list, make, change, delete.
public final class CategoryRoutes {
    private static final String ALL = "/waddles/{waddleId}/categories";
    private static final String ONE = ALL + "/{categoryId}";

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_CHANNELS");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listCategories", Access.MEMBER, RateLimit.READS, this::list),
                Route.post(ALL, "createCategory", manager, RateLimit.WRITES, body, this::create),
                Route.patch(ONE, "updateCategory", manager, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "deleteCategory", manager, RateLimit.WRITES, this::delete));
    }

    private void list(Exchange exchange) throws IOException {
        List<Category> categories =
                Visit.of(exchange).shard().read(reader -> reader.categories().all());
        exchange.json(
                200, new ItemList<>(categories.stream().map(CategoryJson::of).toList(), null));
    }

    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelRequests.NewCategory body = exchange.body(ChannelRequests.NewCategory.class);
        boolean collapsed = Objects.requireNonNullElse(body.collapsedByDefault(), false);
        CreateCategory command = new CreateCategory(visit.user(), body.name(), collapsed);
        exchange.json(201, CategoryJson.of(visit.carryOut(exchange, command)));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelRequests.PatchCategory body = exchange.body(ChannelRequests.PatchCategory.class);
        UpdateCategory command = new UpdateCategory(
                visit.user(), category(exchange), body.name(), body.position(), body.collapsedByDefault());
        exchange.json(200, CategoryJson.of(visit.carryOut(exchange, command)));
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        visit.carryOut(exchange, new DeleteCategory(visit.user(), category(exchange)));
        exchange.empty(204);
    }

    private static CategoryId category(Exchange exchange) {
        return new CategoryId(exchange.pathId("categoryId"));
    }
}
