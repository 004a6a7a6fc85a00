package chat.waddle.server.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path in time that depends on the length of the path alone.
///
/// A literal segment wins over a parameter, a parameter over the rest. Immutable after construction.
final class RouteTree {
    private final Node root = new Node();

    RouteTree(RouteTable table) {
        for (Route route : table.routes()) {
            Node node = root;
            for (String segment : PathTemplate.segments(route.path())) {
                node = node.child(segment);
            }
            node.routes.put(route.method(), new Leaf(route, route.parameters()));
        }
    }

    /// The route and its parameters, or which methods the path has (none: the path is unknown).
    Found find(@Nullable Method method, String rawPath) {
        List<String> segments = segments(rawPath);
        Search search = new Search(method, segments);
        Leaf leaf = search.walk(root, 0);
        return leaf == null ? new Found.Nothing(search.allowed()) : new Found.Hit(leaf, List.copyOf(search.values));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(10);
        int start = 1;
        for (int index = 1; index <= path.length(); index++) {
            if (index == path.length() || path.charAt(index) == '/') {
                segments.add(path.substring(Math.min(start, index), index));
                start = index + 1;
            }
        }
        if (segments.isEmpty()) {
            segments.add("");
        }
        return segments;
    }

    /// What a path leads to.
    sealed interface Found {
        /// A route and the still encoded values of its parameters.
        record Hit(Leaf leaf, List<String> values) implements Found {}

        /// No route; `allowed` holds the methods the path does have.
        record Nothing(List<Method> allowed) implements Found {}
    }

    /// A route with its parameter names, split once.
    record Leaf(Route route, List<String> parameters) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final EnumMap<Method, Leaf> routes = new EnumMap<>(Method.class);
        private @Nullable Node parameter;
        private @Nullable Node rest;

        Node child(String segment) {
            if (PathTemplate.isRest(segment)) {
                Node next = rest == null ? new Node() : rest;
                rest = next;
                return next;
            }
            if (PathTemplate.isParameter(segment)) {
                Node next = parameter == null ? new Node() : parameter;
                parameter = next;
                return next;
            }
            return literals.computeIfAbsent(segment, _ -> new Node());
        }
    }

    private static final class Search {
        private final @Nullable Method method;
        private final List<String> segments;
        private final List<String> values = new ArrayList<>(6);
        private final EnumMap<Method, Boolean> seen = new EnumMap<>(Method.class);

        Search(@Nullable Method method, List<String> segments) {
            this.method = method;
            this.segments = segments;
        }

        @Nullable
        Leaf walk(Node node, int depth) {
            if (depth == segments.size()) {
                return leaf(node);
            }
            String segment = segments.get(depth);
            Node literal = node.literals.get(segment);
            Leaf found = literal == null ? null : walk(literal, depth + 1);
            if (found == null && node.parameter != null && !segment.isEmpty()) {
                values.add(segment);
                found = walk(node.parameter, depth + 1);
                if (found == null) {
                    values.removeLast();
                }
            }
            if (found == null && node.rest != null) {
                found = leaf(node.rest);
                if (found != null) {
                    values.add(String.join("/", segments.subList(depth, segments.size())));
                }
            }
            return found;
        }

        List<Method> allowed() {
            return List.copyOf(seen.keySet());
        }

        private @Nullable Leaf leaf(Node node) {
            Leaf leaf = method == null ? null : node.routes.get(method);
            if (leaf == null) {
                node.routes.keySet().forEach(other -> seen.put(other, true));
            }
            return leaf;
        }
    }
}
