package chat.waddle.server.http;

/// The shape of a problem's code: lower-case letters, digits and single underscores.
final class Codes {
    private Codes() {}

    static void check(String code) {
        if (code.isEmpty() || code.length() > 64) {
            throw new IllegalArgumentException("A problem code has 1 to 64 characters: '" + code + "'");
        }
        for (int index = 0; index < code.length(); index++) {
            char character = code.charAt(index);
            boolean fits = character == '_' || between(character, 'a', 'z') || between(character, '0', '9');
            if (!fits) {
                throw new IllegalArgumentException("A problem code is snake_case: '" + code + "'");
            }
        }
    }

    private static boolean between(char character, char first, char last) {
        return character >= first && character <= last;
    }
}
