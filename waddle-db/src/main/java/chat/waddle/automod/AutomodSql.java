package chat.waddle.automod;

import chat.waddle.ids.AutomodRuleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterRowMapper(AutomodRuleMapper.class)
interface AutomodSql {
    String SELECT =
            "SELECT id, name, kind, words, mention_limit, action, timeout_seconds, is_enabled FROM automod_rules ";

    @SqlQuery(SELECT + "ORDER BY id")
    List<AutomodRule> all();

    @SqlQuery(SELECT + "WHERE id = :id")
    Optional<AutomodRule> find(AutomodRuleId id);

    @SqlQuery("SELECT count(*) FROM automod_rules")
    int count();

    @SqlUpdate("""
            INSERT INTO automod_rules (id, name, kind, words, mention_limit, action, timeout_seconds, is_enabled)
            VALUES (:id, :name, :kind, :words, :mentionLimit, :action, :timeoutSeconds, :enabled)
                ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, words = excluded.words, mention_limit = excluded.mention_limit,
                   action = excluded.action, timeout_seconds = excluded.timeout_seconds,
                   is_enabled = excluded.is_enabled
            """)
    void put(
            AutomodRuleId id,
            String name,
            String kind,
            String words,
            @Nullable Integer mentionLimit,
            String action,
            @Nullable Integer timeoutSeconds,
            boolean enabled);

    @SqlUpdate("DELETE FROM automod_rules WHERE id = :id")
    void delete(AutomodRuleId id);
}
