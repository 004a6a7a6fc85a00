package chat.waddle.community;

import chat.waddle.shard.Shard;
import chat.waddle.sqlite.command.Engine;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// How SQLite would run the statement of an `Sql` interface.
public final class Plans {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private Plans() {}

    /// The steps of the plan, one line each.
    public static String of(Shard shard, Class<?> sql, String method) {
        String statement = Arrays.stream(sql.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .map(Plans::text)
                .findFirst()
                .orElseThrow();
        return Engine.await(
                shard.engine().read(session -> {
                    var query = session.handle().createQuery("EXPLAIN QUERY PLAN " + statement);
                    Matcher names = PARAMETER.matcher(statement);
                    while (names.find()) {
                        query.bind(names.group(1), 1);
                    }
                    return query.mapToMap().stream()
                            .map(row -> String.valueOf(row.get("detail")))
                            .collect(Collectors.joining("\n"));
                }),
                Duration.ofSeconds(10));
    }

    private static String text(Method method) {
        return Objects.requireNonNull(method.getAnnotation(SqlQuery.class)).value();
    }
}
