package chat.waddle.server.channel;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void namesAreUniqueInAnyCaseAndNeverLookLikeIds() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String channels = "/waddles/" + server.waddle(ann, "pond", false) + "/channels";
            String long65 = "x".repeat(65);
            Case.runAll(
                    server,
                    Case.of("made", ann, "POST " + channels, "{\"name\": \"General\"}", 201, "\"General\""),
                    Case.of("by name", ann, "GET " + channels + "/gENERAL", null, 200, "\"General\""),
                    Case.of("taken", ann, "POST " + channels, "{\"name\": \"GENERAL\"}", 409, "channel_name_taken"),
                    Case.of("digits", ann, "POST " + channels, "{\"name\": \"123\"}", 422, "no_letter"),
                    Case.of("space", ann, "POST " + channels, "{\"name\": \"a b\"}", 422, "unusable_characters"),
                    Case.of("empty", ann, "POST " + channels, "{\"name\": \"\"}", 422, "name"),
                    Case.of("long", ann, "POST " + channels, "{\"name\": \"" + long65 + "\"}", 422, "too_long"),
                    Case.of(
                            "type",
                            ann,
                            "POST " + channels,
                            "{\"name\": \"t\", \"type\": \"thread\"}",
                            422,
                            "unknown_type"),
                    Case.of(
                            "mode",
                            ann,
                            "POST " + channels,
                            "{\"name\": \"t\", \"threadMode\": \"x\"}",
                            422,
                            "unknown_mode"),
                    Case.of(
                            "slow",
                            ann,
                            "POST " + channels,
                            "{\"name\": \"t\", \"slowModeSeconds\": 21601}",
                            422,
                            "slowMode"),
                    Case.of(
                            "category",
                            ann,
                            "POST " + channels,
                            "{\"name\": \"t\", \"categoryId\": \"1\"}",
                            422,
                            "categoryId"),
                    Case.of("only one", ann, "GET " + channels, null, 200, "General")
                            .without("\"t\""),
                    Case.of("delete", ann, "DELETE " + channels + "/general", null, 204, ""),
                    Case.of("gone", ann, "GET " + channels + "/general", null, 404, "no_such_channel"),
                    Case.of("free", ann, "POST " + channels, "{\"name\": \"general\"}", 201, ""));
        }
    }

    @Test
    void channelsAreChangedByWhoMay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String channels = "/waddles/" + id + "/channels";
            Case.runAll(
                    server,
                    Case.of("member", bob, "POST " + channels, "{\"name\": \"x\"}", 403, "missing_permission"),
                    Case.of("one", ann, "POST " + channels, "{\"name\": \"one\"}", 201, ""),
                    Case.of("two", ann, "POST " + channels, "{\"name\": \"two\", \"isPrivate\": true}", 201, ""),
                    Case.of("secret", bob, "GET " + channels + "/two", null, 404, "no_such_channel"),
                    Case.of("list", bob, "GET " + channels, null, 200, "one").without("two"),
                    Case.of("open", ann, "PATCH " + channels + "/two", "{\"isPrivate\": false}", 200, ""),
                    Case.of("seen", bob, "GET " + channels + "/two", null, 200, "two"),
                    Case.of(
                            "rename",
                            ann,
                            "PATCH " + channels + "/two",
                            "{\"name\": \"ONE\"}",
                            409,
                            "channel_name_taken"),
                    Case.of(
                            "voice",
                            ann,
                            "PATCH " + channels + "/two",
                            "{\"type\": \"voice\"}",
                            409,
                            "channel_type_fixed"),
                    Case.of(
                            "archive",
                            ann,
                            "PATCH " + channels + "/two",
                            "{\"isArchived\": true}",
                            200,
                            "\"isArchived\":true"));
        }
    }

    @Test
    void allChannelsArePutIntoAnOrderAtOnce() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String channels = "/waddles/" + server.waddle(ann, "pond", false) + "/channels";
            String one = server.post(ann, channels, "{\"name\": \"one\"}").text("id");
            String two = server.post(ann, channels, "{\"name\": \"two\"}").text("id");
            String order = "PUT " + channels + "/order";
            String turned = "{\"channelIds\": [\"" + two + "\", \"" + one + "\"]}";
            Case.runAll(
                    server,
                    Case.of("missing", ann, order, "{\"channelIds\": [\"" + two + "\"]}", 409, "channels_differ"),
                    Case.of("twice", ann, order, "{\"channelIds\": [\"" + two + "\", \"" + two + "\"]}", 409, "differ"),
                    Case.of("null", ann, order, "{\"channelIds\": [null]}", 422, "channelIds"),
                    Case.of("turned", ann, order, turned, 200, "{\"items\":[{\"id\":\"" + two),
                    Case.of("kept", ann, "GET " + channels, null, 200, "{\"items\":[{\"id\":\"" + two));
        }
    }

    @Test
    void aCategoryGoesAndItsChannelsStay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            String category = server.post(ann, path + "/categories", "{\"name\": \"Talk\"}")
                    .expect(201)
                    .text("id");
            String one = path + "/categories/" + category;
            Case.runAll(
                    server,
                    Case.of("empty", ann, "POST " + path + "/categories", "{\"name\": \"\"}", 422, "name"),
                    Case.of(
                            "in it",
                            ann,
                            "POST " + path + "/channels",
                            "{\"name\": \"a\", \"categoryId\": \"" + category + "\"}",
                            201,
                            category),
                    Case.of("rename", ann, "PATCH " + one, "{\"name\": \"Chat\"}", 200, "Chat"),
                    Case.of("listed", ann, "GET " + path + "/categories", null, 200, "Chat"),
                    Case.of("delete", ann, "DELETE " + one, null, 204, ""),
                    Case.of("stays", ann, "GET " + path + "/channels/a", null, 200, "\"categoryId\":null"),
                    Case.of("gone", ann, "PATCH " + one, "{}", 404, "no_such_category"));
        }
    }
}
