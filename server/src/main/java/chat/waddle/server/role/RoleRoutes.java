package chat.waddle.server.role;

import chat.waddle.community.CreateRole;
import chat.waddle.community.DeleteRole;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.UpdateRole;
import chat.waddle.ids.RoleId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Ids;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Roles of a waddle, and the catalogue of what a role can allow.
public final class RoleRoutes {
    private static final String ALL = "/waddles/{waddleId}/roles";
    private static final String ONE = ALL + "/{roleId}";
    private static final int LOWEST_POSITION = 1;
    private static final List<PermissionJson> CATALOGUE =
            Arrays.stream(Permission.values()).map(PermissionJson::of).toList();

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_ROLES");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listRoles", Access.MEMBER, RateLimit.READS, this::list),
                Route.post(ALL, "createRole", manager, RateLimit.WRITES, body, this::create),
                Route.patch(ONE, "updateRole", manager, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "deleteRole", manager, RateLimit.WRITES, this::delete),
                Route.get(
                        "/waddles/{waddleId}/permissions",
                        "listPermissions",
                        Access.MEMBER,
                        RateLimit.READS,
                        this::permissions));
    }

    private void list(Exchange exchange) throws IOException {
        List<Role> roles =
                Visit.of(exchange).shard().read(reader -> reader.roles().all());
        exchange.json(200, new ItemList<>(roles.stream().map(RoleJson::of).toList(), null));
    }

    /// A new role stands lowest, unless another place is asked for.
    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoleRequests.NewRole body = exchange.body(RoleRequests.NewRole.class);
        CreateRole command = new CreateRole(
                visit.user(),
                body.name(),
                body.color(),
                permissions(body.permissions()),
                Objects.requireNonNullElse(body.position(), LOWEST_POSITION),
                Objects.requireNonNullElse(body.mentionable(), false));
        exchange.json(201, RoleJson.of(visit.carryOut(exchange, command)));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoleRequests.PatchRole body = exchange.body(RoleRequests.PatchRole.class);
        UpdateRole command = new UpdateRole(
                visit.user(),
                role(exchange),
                body.name(),
                color(body.color()),
                body.permissions() == null ? null : permissions(body.permissions()),
                body.position(),
                body.mentionable());
        exchange.json(200, RoleJson.of(visit.carryOut(exchange, command)));
    }

    private static @Nullable String color(Change<String> change) {
        return switch (change) {
            case Change.Keep<String> _ -> null;
            case Change.To<String>(var color) -> Objects.requireNonNullElse(color, "");
        };
    }

    private static long permissions(String decimal) {
        try {
            return Ids.parse(decimal);
        } catch (NumberFormatException _) {
            throw new Problem.Invalid("permissions", "not_a_number", "It must be a decimal number.").asException();
        }
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        visit.carryOut(exchange, new DeleteRole(visit.user(), role(exchange)));
        exchange.empty(204);
    }

    private static RoleId role(Exchange exchange) {
        return new RoleId(exchange.pathId("roleId"));
    }

    private void permissions(Exchange exchange) throws IOException {
        exchange.json(200, new ItemList<>(CATALOGUE, null));
    }
}
