package chat.waddle.directory.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Checks the fields of one input and collects what is wrong with them; each check answers the normal form.
///
/// Used by one thread.
public final class FieldChecks {
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final int EMAIL_LENGTH = 254;
    private static final int URL_LENGTH = 2048;

    private final List<FieldProblem> problems = new ArrayList<>();

    public void refuse(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }

    public boolean passed() {
        return problems.isEmpty();
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    public String email(String field, String value) {
        String email = value.strip();
        boolean dots = email.startsWith(".") || email.contains("..") || email.contains(".@");
        if (email.length() > EMAIL_LENGTH || dots || !EMAIL.matcher(email).matches()) {
            refuse(field, "invalid_email", "This is not an e-mail address.");
        }
        return email;
    }

    /// One line of visible text.
    public String name(String field, String value, int most) {
        String name = PlainText.normal(value);
        length(field, name, 1, most);
        if (!name.isEmpty() && !PlainText.isName(name)) {
            refuse(field, "invalid_text", "Must be visible text on one line.");
        }
        return name;
    }

    /// Text of several lines, which may be empty.
    public String prose(String field, String value, int most) {
        String prose = PlainText.normal(value);
        length(field, prose, 0, most);
        if (!PlainText.isProse(prose)) {
            refuse(field, "invalid_text", "Must not have control characters.");
        }
        return prose;
    }

    public void length(String field, String value, int least, int most) {
        int length = value.codePointCount(0, value.length());
        if (length < least) {
            refuse(field, "too_short", "Must have at least " + least + " characters.");
        }
        if (length > most) {
            refuse(field, "too_long", "Must have at most " + most + " characters.");
        }
    }

    /// An address of a picture: `https:` or a path of this server. The server never fetches it.
    public String pictureUrl(String field, String value) {
        String url = value.strip();
        if (url.length() > URL_LENGTH || !isPictureUrl(url)) {
            refuse(field, "invalid_url", "Must be an https address or a path of this server.");
        }
        return url;
    }

    private static boolean isPictureUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean ownPath = uri.getScheme() == null && url.startsWith("/") && !url.startsWith("//");
            return ownPath
                    || ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public String languageTag(String field, String value) {
        try {
            String tag = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
            length(field, tag, 1, 35);
            return tag;
        } catch (IllformedLocaleException e) {
            refuse(field, "invalid_locale", "Must be a language tag such as en or pt-BR.");
            return value;
        }
    }

    public String timezone(String field, String value) {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            refuse(field, "invalid_timezone", "Must be a time zone such as Europe/Berlin.");
        }
        return value;
    }
}
