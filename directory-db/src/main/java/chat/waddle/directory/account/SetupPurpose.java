package chat.waddle.directory.account;

/// What a one-time link is for.
enum SetupPurpose {
    OPERATOR_SETUP,
    PASSWORD_RESET;

    String stored() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
