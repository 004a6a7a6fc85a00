package chat.waddle.server.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every endpoint of the server, checked for duplicates; feeds the front door and the tests that compare it with
/// the published contract. Immutable.
public final class RouteTable {
    private final List<Route> routes;

    /// Throws `IllegalArgumentException` where two routes share method and path shape, or an operation id.
    public RouteTable(List<Route> routes) {
        Set<String> places = new HashSet<>();
        Set<String> operations = new HashSet<>();
        for (Route route : routes) {
            String place = route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}");
            if (!places.add(place)) {
                throw new IllegalArgumentException("Two routes for " + place);
            }
            if (!operations.add(route.operationId())) {
                throw new IllegalArgumentException("Two routes with operation id " + route.operationId());
            }
        }
        this.routes = List.copyOf(routes);
    }

    public List<Route> routes() {
        return routes;
    }

    /// The routes of the published interface, which the OpenAPI document describes one by one.
    public List<Route> api() {
        return routes.stream()
                .filter(route -> route.path().startsWith(Route.API + "/"))
                .toList();
    }
}
