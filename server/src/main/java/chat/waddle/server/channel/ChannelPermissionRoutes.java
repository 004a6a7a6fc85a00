package chat.waddle.server.channel;

import chat.waddle.channel.Channel;
import chat.waddle.channel.PermissionStep;
import chat.waddle.channel.PermissionTrace;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;

/// Explains what a member may do in a channel: to the member, and to who manages roles.
public final class ChannelPermissionRoutes {
    public List<Route> routes() {
        return List.of(Route.get(
                "/waddles/{waddleId}/channels/{channelId}/permissions/{userId}",
                "explainPermissions",
                Access.MEMBER,
                RateLimit.READS,
                this::explain));
    }

    private void explain(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        UserId user = exchange.path("userId").equals("me") ? visit.user() : new UserId(exchange.pathId("userId"));
        if (!user.equals(visit.user())) {
            visit.require(Permission.MANAGE_ROLES);
        }
        chat.waddle.community.Access access =
                visit.shard().access(user).orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_MEMBER));
        List<Role> roles = visit.shard().read(reader -> reader.roles().all());
        List<PermissionStep> steps = PermissionTrace.of(channel, access, roles, visit.nowMillis());
        exchange.json(200, ChannelPermissionsJson.of(channel, user, steps));
    }
}
