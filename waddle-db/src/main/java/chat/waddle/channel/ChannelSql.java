package chat.waddle.channel;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ChannelSql {
    @SqlUpdate("""
            INSERT INTO channels (id, name, name_key, type, description, position, category, is_private, thread_mode,
                   slow_mode_seconds, auto_archive_hours, created_by)
            VALUES (:id, :name, :nameKey, :type, :description, :position, :category, :isPrivate, :threadMode,
                   :slowModeSeconds, :autoArchiveHours, :createdBy)
            """)
    void insert(
            long id,
            String name,
            String nameKey,
            String type,
            @Nullable String description,
            int position,
            @Nullable Integer category,
            boolean isPrivate,
            String threadMode,
            int slowModeSeconds,
            int autoArchiveHours,
            int createdBy);

    @SqlUpdate("""
            UPDATE channels
               SET name = :name, name_key = :nameKey, type = :type, description = :description, position = :position,
                   category = :category, is_private = :isPrivate, is_archived = :isArchived,
                   thread_mode = :threadMode, slow_mode_seconds = :slowModeSeconds,
                   auto_archive_hours = :autoArchiveHours
             WHERE num = :num
            """)
    void update(
            int num,
            String name,
            String nameKey,
            String type,
            @Nullable String description,
            int position,
            @Nullable Integer category,
            boolean isPrivate,
            boolean isArchived,
            String threadMode,
            int slowModeSeconds,
            int autoArchiveHours);

    @SqlUpdate("UPDATE channels SET position = :position WHERE num = :num")
    void position(int num, int position);

    @SqlUpdate("UPDATE channels SET deleted_at_ms = :now WHERE num = :num")
    void delete(int num, long now);
}
