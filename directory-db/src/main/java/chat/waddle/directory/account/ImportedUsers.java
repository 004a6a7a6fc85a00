package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Accounts of people who wrote a history that was imported; nobody can sign in as them. Thread-safe.
public final class ImportedUsers {
    private static final int BATCH = 200;
    private static final int KEY_LENGTH = 200;
    private static final String NAMELESS = "Imported author";

    private final DirectoryStore store;

    public ImportedUsers(DirectoryStore store) {
        this.store = store;
    }

    /// One author of the history.
    ///
    /// @param key what the source calls the author, the same at every run; 1 to 200 characters
    /// @param displayName cut and cleaned where it is not fit to be shown
    public record Author(String key, String displayName) {
        public Author {
            if (key.isEmpty() || key.codePointCount(0, key.length()) > KEY_LENGTH) {
                throw new IllegalArgumentException("an author's key must have 1 to 200 characters");
            }
        }
    }

    /// Finds or makes the account of each author; asking again with the same source and keys gives the same accounts.
    ///
    /// @param source names the history, such as `irc:libera`; 1 to 200 characters
    public Map<String, UserId> accountsOf(String source, List<Author> authors, Origin origin) {
        if (source.isEmpty() || source.length() > KEY_LENGTH) {
            throw new IllegalArgumentException("an import's source must have 1 to 200 characters");
        }
        Map<String, UserId> users = HashMap.newHashMap(authors.size());
        for (int from = 0; from < authors.size(); from += BATCH) {
            List<Author> some = authors.subList(from, Math.min(authors.size(), from + BATCH)).stream()
                    .map(author -> new Author(author.key(), presentable(author.displayName())))
                    .toList();
            users.putAll(store.commit(new ImportUsers(source, some), origin));
        }
        return users;
    }

    private static String presentable(String name) {
        String cut = name.codePointCount(0, name.length()) <= AccountRules.DISPLAY_NAME_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, AccountRules.DISPLAY_NAME_LENGTH));
        FieldChecks checks = new FieldChecks();
        String checked = checks.name("displayName", cut, AccountRules.DISPLAY_NAME_LENGTH);
        return checks.passed() ? checked : NAMELESS;
    }
}
