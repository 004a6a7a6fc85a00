package chat.waddle.directory.account;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes accounts for the authors of an imported history that have none yet.
record ImportUsers(String source, List<ImportedUsers.Author> authors) implements Change<Map<String, UserId>> {
    @Override
    public Applied<Map<String, UserId>> apply(Applying applying) {
        ImportSql sql = applying.sql(ImportSql.class);
        AccountSql accounts = applying.sql(AccountSql.class);
        Map<String, UserId> users = new HashMap<>();
        boolean changed = false;
        for (ImportedUsers.Author author : authors) {
            UserId known = sql.find(source, author.key()).orElse(null);
            if (known == null) {
                known = new UserId(applying.newId());
                String type = AccountType.IMPORTED.stored();
                accounts.insert(
                        known.value(), null, null, null, null, author.displayName(), false, type, null, applying.now());
                sql.insert(source, author.key(), known);
                changed = true;
            }
            users.put(author.key(), known);
        }
        return changed ? Applied.changed(users, 0, 0) : Applied.unchanged(users);
    }
}
