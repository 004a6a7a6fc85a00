package chat.waddle.directory.waddle;

import chat.waddle.directory.field.FieldChecks;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a community's unique name may look like: it stands in addresses, and never looks like an id.
final class WaddleNames {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    private WaddleNames() {}

    static String check(FieldChecks checks, String name) {
        checks.length("name", name, 3, 50);
        boolean letter = name.chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        if (!FORM.matcher(name).matches() || !letter) {
            checks.refuse(
                    "name",
                    "invalid_name",
                    "May have only the letters a to z, digits, - and _, must begin and end with a letter or digit,"
                            + " and needs at least one letter.");
        }
        return name;
    }

    /// The form in which two spellings of one name are equal.
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// What the public list is searched by.
    static String searchKey(String name, String displayName) {
        return key(name) + " " + displayName.toLowerCase(Locale.ROOT);
    }

    static boolean looksLikeId(String idOrName) {
        return ID.matcher(idOrName).matches();
    }
}
