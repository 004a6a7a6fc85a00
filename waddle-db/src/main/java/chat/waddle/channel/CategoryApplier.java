package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.ids.CategoryId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;

/// Makes, changes and removes categories.
public final class CategoryApplier {
    private final CommunityContext context;

    public CategoryApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Category>> create(WriteSession transaction, Stamp stamp, CreateCategory command)
            throws SQLException {
        return ChannelDoor.enter(context, transaction, stamp, command.actor(), actor -> {
            InvalidField invalid = ChannelRules.categoryName(command.name());
            if (invalid != null) {
                return Answer.invalid(invalid);
            }
            CategorySql categories = transaction.sql(CategorySql.class);
            if (categories.all().size() >= ChannelRules.CATEGORY_LIMIT) {
                return Answer.refused(CommunityRefusal.CATEGORY_LIMIT_REACHED);
            }
            CategoryId id = new CategoryId(stamp.newId());
            categories.insert(id.value(), command.name(), command.collapsedByDefault());
            AuditTrail.write(transaction, stamp, actor.user(), AuditAction.CATEGORY_CREATE, id.value());
            return Answer.done(categories.find(id).orElseThrow(), 0, id.value());
        });
    }

    public Applied<CommunityOutcome<Category>> update(WriteSession transaction, Stamp stamp, UpdateCategory command)
            throws SQLException {
        return ChannelDoor.enter(
                context, transaction, stamp, command.actor(), actor -> patch(transaction, stamp, command, actor));
    }

    private static Applied<CommunityOutcome<Category>> patch(
            WriteSession transaction, Stamp stamp, UpdateCategory command, Access actor) {
        CategorySql categories = transaction.sql(CategorySql.class);
        Category before = categories.find(command.category()).orElse(null);
        if (before == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CATEGORY);
        }
        Category after = new Category(
                before.num(),
                before.id(),
                Objects.requireNonNullElse(command.name(), before.name()),
                Objects.requireNonNullElse(command.position(), before.position()),
                Objects.requireNonNullElse(command.collapsedByDefault(), before.collapsedByDefault()));
        InvalidField name = ChannelRules.categoryName(after.name());
        InvalidField invalid = name != null ? name : ChannelRules.position(after.position());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        categories.update(after.num(), after.name(), after.position(), after.collapsedByDefault());
        AuditChanges changes = new AuditChanges()
                .add("name", before.name(), after.name())
                .add("position", before.position(), after.position())
                .add("collapsedByDefault", before.collapsedByDefault(), after.collapsedByDefault());
        long id = after.id().value();
        AuditTrail.write(transaction, stamp, actor.user(), AuditAction.CATEGORY_UPDATE, id, null, changes);
        return Answer.done(after, 0, id);
    }

    public Applied<CommunityOutcome<Category>> delete(WriteSession transaction, Stamp stamp, DeleteCategory command)
            throws SQLException {
        return ChannelDoor.enter(context, transaction, stamp, command.actor(), actor -> {
            CategorySql categories = transaction.sql(CategorySql.class);
            Category category = categories.find(command.category()).orElse(null);
            if (category == null) {
                return Answer.refused(CommunityRefusal.NO_SUCH_CATEGORY);
            }
            if (gains(transaction, actor, category)) {
                return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD);
            }
            categories.empty(category.num());
            transaction.sql(OverwriteSql.class).removeAll(OverwritePlace.CATEGORY.code(), category.num());
            categories.delete(category.num());
            AuditTrail.write(
                    transaction,
                    stamp,
                    actor.user(),
                    AuditAction.CATEGORY_DELETE,
                    category.id().value(),
                    null,
                    new AuditChanges().add("name", category.name(), null));
            return Answer.done(category, 0, category.id().value())
                    .then(context.changes().channels(transaction));
        });
    }

    /// True when the one who asks would be let in or given something by the end of the category's overwrites.
    private boolean gains(WriteSession transaction, Access actor, Category category) throws SQLException {
        ChannelList channels = context.view().channels(transaction);
        for (Channel channel : channels.live()) {
            if (category.id().equals(channel.category())) {
                Channel after = channel.with(channels.overwrites(channel.num(), 0));
                if ((after.effective(actor) & ~channel.effective(actor)) != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
