package chat.waddle.server.http;

import java.util.ArrayList;
import java.util.List;

/// The grammar of a route's path: `/literal`, `/{parameter}`, and `/{*rest}` as the last segment.
final class PathTemplate {
    private PathTemplate() {}

    static void check(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with '/': " + path);
        }
        List<String> segments = segments(path);
        for (int index = 0; index < segments.size(); index++) {
            String segment = segments.get(index);
            if (segment.isEmpty() && segments.size() > 1) {
                throw new IllegalArgumentException("Empty segment in " + path);
            }
            if (isRest(segment) && index < segments.size() - 1) {
                throw new IllegalArgumentException("The rest stands last: " + path);
            }
        }
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    static List<String> parameters(String path) {
        List<String> names = new ArrayList<>();
        for (String segment : segments(path)) {
            if (isRest(segment)) {
                names.add(segment.substring(2, segment.length() - 1));
            } else if (isParameter(segment)) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return List.copyOf(names);
    }

    static boolean isParameter(String segment) {
        return segment.startsWith("{") && !isRest(segment);
    }

    static boolean isRest(String segment) {
        return segment.startsWith("{*");
    }
}
