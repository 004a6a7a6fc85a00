package chat.waddle.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.export.Exports;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.account.Answer;
import chat.waddle.server.export.ExportFiles;
import chat.waddle.server.export.ExportRuns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people get when they ask for everything that is theirs.
class ExportOverHttpTest {
    @TempDir
    Path folder;

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                entries.put(entry.getName(), new String(input.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void everythingSomebodyDidIsInTheirExportAndNothingOfOthers() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            ErasureOverHttpTest.Place place = ErasureOverHttpTest.Place.make(server);
            Random random = new Random(31);
            ErasureOverHttpTest.Somebody who = ErasureOverHttpTest.join(server, place, random);
            ErasureOverHttpTest.Somebody other = ErasureOverHttpTest.join(server, place, random);
            ErasureOverHttpTest.live(server, place, who);
            ErasureOverHttpTest.live(server, place, other);

            Answer asked = server.post(who.person(), "/users/me/export", null).expect(202);
            assertThat(asked.text("state")).isEqualTo("running");
            String one = "/users/me/exports/" + asked.text("id");
            assertThat(server.post(who.person(), "/users/me/export", null)
                            .expect(202)
                            .text("id"))
                    .isEqualTo(asked.text("id"));
            assertThat(server.bytes(who.person(), one + "/download").statusCode())
                    .isEqualTo(409);
            assertThat(server.application().exports().tick()).isEqualTo(1);

            Answer done = server.get(who.person(), one).expect(200);
            assertThat(done.text("state")).isEqualTo("done");
            assertThat(done.body().path("progress").asDouble()).isEqualTo(1.0);
            HttpResponse<byte[]> zip = server.bytes(who.person(), one + "/download");
            assertThat(zip.body()).hasSize(done.body().path("sizeBytes").asInt());
            Map<String, String> entries = unpacked(zip.body());
            String base = "waddles/" + place.waddle() + "/";
            assertThat(entries.get("profile.json")).contains(who.email(), "\"bio\":\"" + who.word());
            assertThat(entries.get("settings.json")).contains(who.word());
            assertThat(entries.get("status.json")).contains(who.word());
            assertThat(entries.get("api-tokens.json")).contains(who.word());
            assertThat(entries.get("bookmarks.jsonl")).contains(place.waddle());
            assertThat(entries.get("activity.jsonl")).contains("account.export_requested");
            assertThat(entries.getOrDefault(base + "messages.jsonl", "").lines())
                    .hasSize(6);
            assertThat(entries.get(base + "edits.jsonl")).contains(who.word() + " one");
            assertThat(entries.get(base + "reactions.jsonl")).contains("\"emoji\":");
            assertThat(entries.get(base + "threads.jsonl")).contains(who.word());
            assertThat(entries.get(base + "reports.jsonl")).contains(who.word());
            assertThat(entries.get(base + "membership.jsonl")).contains(who.word());
            assertThat(entries.get("waddles/" + place.second() + "/messages.jsonl"))
                    .contains(who.word() + " elsewhere");
            assertThat(entries.keySet())
                    .filteredOn(name -> name.contains("/files/"))
                    .hasSize(3);
            assertThat(entries.values()).anyMatch(content -> content.equals("content " + who.word()));
            assertThat(entries.values()).noneMatch(content -> content.contains(other.word()));

            server.get(other.person(), one).expect(404, "no_such_export");
            assertThat(server.bytes(other.person(), one + "/download").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anExportGoesAfterAWeekAndWithItsAccount() throws IOException {
        try (CommunityServer server = new CommunityServer(folder)) {
            ErasureOverHttpTest.Place place = ErasureOverHttpTest.Place.make(server);
            ErasureOverHttpTest.Somebody who = ErasureOverHttpTest.join(server, place, new Random(32));
            String one = "/users/me/exports/"
                    + server.post(who.person(), "/users/me/export", null)
                            .expect(202)
                            .text("id");
            assertThat(server.application().exports().tick()).isEqualTo(1);
            assertThat(server.bytes(who.person(), one + "/download").statusCode())
                    .isEqualTo(200);
            InstantSource later =
                    () -> InstantSource.system().instant().plus(Exports.KEPT).plus(Duration.ofHours(1));
            var stores = server.application().stores();
            new ExportRuns(
                            stores.directory(),
                            stores.shards(),
                            stores.attachments(),
                            ExportFiles.in(folder.resolve("exports")),
                            later)
                    .tick();

            assertThat(server.get(who.person(), one).expect(200).text("state")).isEqualTo("expired");
            assertThat(server.bytes(who.person(), one + "/download").statusCode())
                    .isEqualTo(409);
            assertThat(folder.resolve("exports")).isEmptyDirectory();

            server.post(who.person(), "/users/me/export", null).expect(202);
            assertThat(server.application().exports().tick()).isEqualTo(1);
            assertThat(folder.resolve("exports")).isNotEmptyDirectory();
            ErasureOverHttpTest.leave(server, who, "delete");
            server.application().erasures().tick();
            assertThat(folder.resolve("exports")).isEmptyDirectory();
        }
    }
}
