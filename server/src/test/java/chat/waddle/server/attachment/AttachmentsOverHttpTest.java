package chat.waddle.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.ids.RoleId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.Pictures;
import chat.waddle.server.account.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsOverHttpTest {
    private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;
    private String waddle;
    private String base;

    @BeforeEach
    void open() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
        waddle = server.waddle(ann, "pond", true);
        server.join(ann, waddle, bob);
        base = "/waddles/" + waddle;
        server.post(ann, base + "/channels", "{\"name\": \"talk\"}").expect(201);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String uploaded(Person who, String filename, byte[] content) {
        return server.upload(who, waddle, filename, content).expect(201).text("id");
    }

    private Answer post(Person who, String channel, String content, String ids) {
        return server.post(
                who,
                base + "/channels/" + channel + "/messages",
                "{\"content\": \"" + content + "\", \"attachmentIds\": [" + ids + "]}");
    }

    private HttpResponse<byte[]> get(Person who, String id, String... headers) {
        return server.bytes(who, base + "/attachments/" + id, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private long objects() {
        try (var files = Files.walk(folder.resolve("objects/objects"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileIsUploadedAttachedAndReadByOthers() {
        String id = uploaded(ann, "notes.txt", TEXT);
        assertThat(get(bob, id).statusCode()).as("before it is posted").isEqualTo(404);
        assertThat(get(ann, id).statusCode()).isEqualTo(200);
        Answer message = post(ann, "talk", "", "\"" + id + "\"").expect(201);
        assertThat(message.body().path("attachments").path(0).path("filename").asText())
                .isEqualTo("notes.txt");
        HttpResponse<byte[]> answer = get(bob, id);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment; filename=\"notes.txt\"");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void pagesAndSearchesCarryFilesOnlyWhereThereAre() {
        post(ann, "talk", "with", "\"" + uploaded(ann, "cat.png", Pictures.png(4, 3)) + "\"")
                .expect(201);
        server.post(ann, base + "/channels/talk/messages", "{\"content\": \"without\"}")
                .expect(201);
        for (String path : new String[] {"/channels/talk/messages", "/channels/talk/messages?after=0"}) {
            Answer page = server.get(bob, base + path).expect(200);
            assertThat(page.body()
                            .path("items")
                            .path(0)
                            .path("attachments")
                            .path(0)
                            .path("width")
                            .asInt())
                    .isEqualTo(4);
            assertThat(page.body().path("items").path(1).has("attachments")).isFalse();
        }
        assertThat(server.get(bob, base + "/search?q=has:image").expect(200).text())
                .contains("cat.png");
        assertThat(server.get(bob, base + "/search?q=has:file").expect(200).text())
                .contains("\"items\":[]");
    }

    @Test
    void whoMayNotSeeTheChannelSeesNoFileOfIt() {
        server.post(ann, base + "/channels", "{\"name\": \"staff\", \"isPrivate\": true}")
                .expect(201);
        String id = uploaded(ann, "secret.txt", TEXT);
        post(ann, "staff", "x", "\"" + id + "\"").expect(201);
        assertThat(get(ann, id).statusCode()).isEqualTo(200);
        assertThat(get(bob, id).statusCode()).isEqualTo(404);
        server.delete(bob, base + "/attachments/" + id).expect(404, "no_such_attachment");
    }

    @Test
    void whoMayAttachInOneChannelMayUploadAndWhoMayNowhereMayNot() {
        server.post(ann, base + "/channels", "{\"name\": \"files\"}").expect(201);
        String everybody = "/overwrites/role/" + server.presetRole(ann, waddle, "member");
        String denied = "{\"allow\": \"0\", \"deny\": \"" + Permission.ATTACH_FILES.mask() + "\"}";
        server.put(ann, base + "/channels/talk" + everybody, denied).expect(200);
        String file = "\"" + uploaded(bob, "a.txt", TEXT) + "\"";
        post(bob, "talk", "x", file).expect(403, "not_allowed");
        post(bob, "files", "x", file).expect(201);

        server.put(ann, base + "/channels/files" + everybody, denied).expect(200);
        server.upload(bob, waddle, "b.txt", TEXT).expect(403, "missing_permission");
        String allowed = "{\"allow\": \"" + Permission.ATTACH_FILES.mask() + "\", \"deny\": \"0\"}";
        server.put(ann, base + "/channels/files/overwrites/user/" + bob.id(), allowed)
                .expect(200);
        post(bob, "files", "x", "\"" + uploaded(bob, "b.txt", TEXT) + "\"").expect(201);
        String role = server.presetRole(ann, waddle, "member");
        server.patch(ann, base + "/roles/" + role, withoutFiles(role)).expect(200);
        post(bob, "files", "x", "\"" + uploaded(bob, "c.txt", TEXT) + "\"").expect(201);
        server.delete(ann, base + "/channels/files/overwrites/user/" + bob.id()).expect(204);
        server.upload(bob, waddle, "d.txt", TEXT).expect(403, "missing_permission");
        uploaded(ann, "e.txt", TEXT);
    }

    private String withoutFiles(String role) {
        long held = server.shard(waddle)
                .read(reader -> reader.roles().find(new RoleId(Long.parseLong(role))))
                .orElseThrow()
                .permissions();
        return "{\"permissions\": \"" + (held & ~Permission.ATTACH_FILES.mask()) + "\"}";
    }

    @Test
    void filesOfOthersAndUnknownOnesCannotBeAttached() {
        String theirs = uploaded(bob, "b.txt", TEXT);
        assertThat(post(ann, "talk", "x", "\"" + theirs + "\"").expect(422).fieldErrors())
                .containsExactly("attachmentIds:unknown");
        assertThat(post(ann, "talk", "x", "null").status()).isBetween(400, 422);
        assertThat(post(ann, "talk", "", "").expect(422).fieldErrors()).containsExactly("content:too_short");
        String eleven = ("\"" + theirs + "\",").repeat(10) + "\"" + theirs + "\"";
        assertThat(post(bob, "talk", "x", eleven).expect(422).fieldErrors()).containsExactly("attachmentIds:too_long");
    }

    @Test
    void aDeletedMessageTakesItsFilesOutOfSightAndARestoredOneBringsThemBack() {
        String id = uploaded(ann, "a.txt", TEXT);
        String message = post(ann, "talk", "x", "\"" + id + "\"").expect(201).text("id");
        String path = base + "/channels/talk/messages/" + message;
        server.delete(ann, path).expect(204);
        assertThat(get(bob, id).statusCode()).isEqualTo(404);
        server.post(ann, path + "/restore", null).expect(200);
        assertThat(get(bob, id).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeletedFileIsGoneFromItsMessageAtOnce() {
        String id = uploaded(ann, "a.txt", TEXT);
        post(ann, "talk", "x", "\"" + id + "\"").expect(201);
        assertThat(server.get(bob, base + "/channels/talk/messages").text()).contains("a.txt");
        server.delete(bob, base + "/attachments/" + id).expect(403, "not_allowed");
        server.delete(ann, base + "/attachments/" + id).expect(204);
        assertThat(server.get(bob, base + "/channels/talk/messages").expect(200).text())
                .doesNotContain("attachments");
        assertThat(get(ann, id).statusCode()).isEqualTo(404);
    }

    @Test
    void equalBytesAreOneObjectOfTwoFiles() {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        String one = uploaded(ann, "one.bin", noise);
        String other = uploaded(bob, "other.bin", noise);
        assertThat(one).isNotEqualTo(other);
        assertThat(objects()).isEqualTo(1);
        server.delete(ann, base + "/attachments/" + one).expect(204);
        assertThat(get(bob, other).body()).isEqualTo(noise);
    }

    @Test
    void partsOfAFileAreServed() {
        String id = uploaded(ann, "a.txt", TEXT);
        part(id, "bytes=2-4", "234", "bytes 2-4/10");
        part(id, "bytes=7-", "789", "bytes 7-9/10");
        part(id, "bytes=-2", "89", "bytes 8-9/10");
        part(id, "bytes=0-99", "0123456789", "bytes 0-9/10");
        for (String outside : new String[] {"bytes=10-", "bytes=-0", "bytes=99-100"}) {
            HttpResponse<byte[]> answer = get(ann, id, "Range", outside);
            assertThat(answer.statusCode()).as(outside).isEqualTo(416);
            assertThat(header(answer, "Content-Range")).isEqualTo("bytes */10");
        }
        for (String ignored : new String[] {"bytes=4-2", "lines=1-2", "bytes=0-1,3-4", "bytes=-", "bytes=a-b"}) {
            HttpResponse<byte[]> answer = get(ann, id, "Range", ignored);
            assertThat(answer.statusCode()).as(ignored).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(TEXT);
        }
    }

    private void part(String id, String range, String content, String described) {
        HttpResponse<byte[]> answer = get(ann, id, "Range", range);
        assertThat(answer.statusCode()).as(range).isEqualTo(206);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(content);
        assertThat(header(answer, "Content-Range")).isEqualTo(described);
    }

    @Test
    void aClientThatHasTheFileIsToldSoAndARangeOfAnotherVersionIsTheWhole() {
        String id = uploaded(ann, "a.txt", TEXT);
        String tag = header(get(ann, id), "ETag");
        assertThat(get(ann, id, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(ann, id, "Range", "bytes=0-1", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(get(ann, id, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTypeIsThatOfTheBytesWhateverIsClaimed() {
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : new byte[][] {html, svg, pdf}) {
            HttpResponse<byte[]> answer = get(ann, uploaded(ann, "cat.png", bytes));
            assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        }
        HttpResponse<byte[]> picture = get(ann, uploaded(ann, "page.html", Pictures.png(2, 2)));
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        assertThat(header(picture, "Content-Disposition")).startsWith("inline;");
    }

    @Test
    void anImageHasASmallPicture() throws IOException {
        Answer large = server.upload(ann, waddle, "cat.jpg", Pictures.jpeg(1600, 800));
        assertThat(large.expect(201).body().path("width").asInt()).isEqualTo(1600);
        HttpResponse<byte[]> small = server.bytes(ann, base + "/attachments/" + large.text("id") + "/thumbnail");
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        var image = ImageIO.read(new ByteArrayInputStream(small.body()));
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(160);
        assertThat(objects()).isEqualTo(2);
        String text = uploaded(ann, "a.txt", TEXT);
        assertThat(server.bytes(ann, base + "/attachments/" + text + "/thumbnail")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.bytes(bob, base + "/attachments/" + large.text("id") + "/thumbnail")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeStoredLeavesNothingBehind() throws IOException {
        server.upload(ann, waddle, "a/b", TEXT).expect(422);
        try (var uploads = Files.list(folder.resolve("uploads"))) {
            assertThat(uploads).isEmpty();
        }
        assertThat(objects()).isZero();
    }
}
