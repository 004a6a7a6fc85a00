package chat.waddle.server.member;

import chat.waddle.community.Access;
import chat.waddle.community.Member;
import chat.waddle.directory.account.AccountType;
import chat.waddle.directory.account.PublicProfile;
import chat.waddle.ids.RoleId;
import chat.waddle.server.account.UserJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member as the others see them; what is only for oneself is null in others' entries.
///
/// @param roleIds without the base role that every member has
/// @param notificationLevel only in one's own entry
/// @param permissions only in one's own entry: what one may do, as a decimal string
record MemberJson(
        UserJson user,
        @Nullable String nickname,
        List<RoleId> roleIds,
        boolean isOwner,
        Instant joinedAt,
        @Nullable Instant timeoutUntil,
        @Nullable String notificationLevel,
        @Nullable String permissions) {

    /// @param reader the one who asks
    /// @param profile null where the directory does not know the account
    static MemberJson of(Member member, Access reader, @Nullable PublicProfile profile) {
        boolean own = reader.user().equals(member.user());
        return new MemberJson(
                UserJson.of(profile == null ? unknown(member) : profile),
                member.nickname(),
                member.roles(),
                member.owner(),
                member.joinedAt(),
                member.timeoutUntil(),
                own ? member.notificationLevel().code() : null,
                own ? Long.toString(reader.permissions()) : null);
    }

    private static PublicProfile unknown(Member member) {
        return new PublicProfile(member.user(), null, "Deleted account", null, null, AccountType.MEMBER, null);
    }
}
