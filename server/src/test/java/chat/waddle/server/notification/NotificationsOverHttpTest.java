package chat.waddle.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;
    private String base;
    private String channel;

    @BeforeEach
    void start() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
        String waddle = server.waddle(ann, "pond", false);
        server.join(ann, waddle, bob);
        base = "/waddles/" + waddle;
        channel = server.post(ann, base + "/channels", "{\"name\": \"talk\"}")
                .expect(201)
                .text("id");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String one() {
        return base + "/channels/" + channel + "/notifications";
    }

    private void reads(String expected) {
        Answer answer = server.get(bob, one()).expect(200);
        String level = answer.body().path("level").asText("-");
        assertThat(level + " " + answer.text("effectiveLevel") + " " + answer.text("message") + " "
                        + answer.text("mention"))
                .isEqualTo(expected);
    }

    @Test
    void aChannelFollowsTheWaddleUntilItHasALevelOfItsOwn() {
        reads("- all wanted wanted");
        server.patch(bob, base + "/members/me", "{\"notificationLevel\": \"mentions\"}")
                .expect(200);
        reads("- mentions level wanted");

        server.put(bob, one(), "{\"level\": \"none\"}").expect(200);
        reads("none none level level");
        server.put(bob, one(), "{\"level\": \"all\"}").expect(200);
        reads("all all wanted wanted");
        assertThat(server.get(bob, base + "/notification-levels").expect(200).text())
                .isEqualTo("{\"items\":[{\"channelId\":\"" + channel + "\",\"level\":\"all\"}],\"next\":null}");
        assertThat(server.get(ann, base + "/notification-levels").body().path("items"))
                .isEmpty();

        server.put(bob, one(), "{\"level\": null}").expect(200);
        reads("- mentions level wanted");
        assertThat(server.get(bob, base + "/notification-levels").body().path("items"))
                .isEmpty();
    }

    @Test
    void doNotDisturbAndTheSwitchSilenceEverything() {
        server.put(bob, "/users/me/status", "{\"text\": \"Busy\", \"doNotDisturb\": true}")
                .expect(200);
        reads("- all do_not_disturb do_not_disturb");
        server.patch(bob, "/users/me/settings", "{\"notificationsEnabled\": false}")
                .expect(200);
        reads("- all switched_off switched_off");
        server.delete(bob, "/users/me/status").expect(204);
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        server.patch(bob, "/users/me/settings", """
                        {"notificationsEnabled": true,
                         "quietHours": {"from": "%s", "until": "%s", "timeZone": "UTC"}}
                        """.formatted(now.minusHours(1), now.plusHours(1)))
                .expect(200);
        reads("- all quiet_hours quiet_hours");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        Person eve = server.person("eve");
        String hidden = server.post(ann, base + "/channels", "{\"name\": \"staff\", \"isPrivate\": true}")
                .expect(201)
                .text("id");
        String staff = base + "/channels/" + hidden + "/notifications";
        Case.runAll(
                server,
                Case.of("stranger", eve, "GET " + one(), null, 404, "no_such_waddle"),
                Case.of("hidden", bob, "PUT " + staff, "{\"level\": \"all\"}", 404, "no_such_channel"),
                Case.of("level", bob, "PUT " + one(), "{\"level\": \"loud\"}", 422, "unknown_level"),
                Case.of("field", bob, "PUT " + one(), "{\"volume\": 7}", 400, "unknown_field"));
    }

    @Test
    void aChannelThatIsHiddenNowIsNotListed() {
        server.put(bob, one(), "{\"level\": \"none\"}").expect(200);
        server.patch(ann, base + "/channels/" + channel, "{\"isPrivate\": true}")
                .expect(200);
        assertThat(server.get(bob, base + "/notification-levels")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
        server.patch(ann, base + "/channels/" + channel, "{\"isPrivate\": false}")
                .expect(200);
        assertThat(server.get(bob, base + "/notification-levels").body().path("items"))
                .hasSize(1);
    }
}
