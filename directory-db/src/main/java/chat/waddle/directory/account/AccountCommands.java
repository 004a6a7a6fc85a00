package chat.waddle.directory.account;

import chat.waddle.sqlite.command.CommandTypes;

/// The changes of accounts, with the numbers they have in the journal for ever.
public final class AccountCommands {
    private AccountCommands() {}

    public static void register(CommandTypes.Builder types) {
        types.add(1, "register_account", RegisterAccount.class);
        types.add(2, "register_guest", RegisterGuest.class);
        types.add(3, "upgrade_guest", UpgradeGuest.class);
        types.add(4, "open_session", OpenSession.class);
        types.add(5, "change_password", ChangePassword.class);
        types.add(6, "issue_setup_link", IssueSetupLink.class);
        types.add(7, "redeem_setup_link", RedeemSetupLink.class);
        types.add(8, "create_operator", CreateOperator.class);
        types.add(9, "set_suspended", SetSuspended.class);
        types.add(10, "patch_profile", PatchProfile.class);
        types.add(12, "import_users", ImportUsers.class);
    }
}
