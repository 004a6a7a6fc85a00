package chat.waddle.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.Pictures;
import chat.waddle.server.account.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent as an upload gets a clear answer, and the server goes on.
class StrangeUploadsTest {
    private static final int LIMIT = 200_000;
    private static final String TYPE = "multipart/form-data; boundary=limit";
    private static final String PART = "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private String waddle;

    @BeforeEach
    void open() {
        server = new CommunityServer(folder, LIMIT);
        ann = server.person("ann");
        waddle = server.waddle(ann, "pond", true);
    }

    @AfterEach
    void close() {
        long before = server.shard(waddle).seq();
        server.upload(ann, waddle, "after.txt", new byte[1]).expect(201);
        assertThat(server.shard(waddle).seq()).isEqualTo(before + 1);
        server.close();
    }

    private Answer send(String type, String body) {
        return server.multipart(ann, waddle, type, BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aBodyThatIsNoMultipartIsRefused() {
        send("application/json", "{}").expect(415, "wrong_content_type");
        send("multipart/mixed; boundary=limit", "x").expect(415, "wrong_content_type");
        send("multipart/form-data", "x").expect(400, "malformed_multipart");
        send("multipart/form-data; boundary=" + "x".repeat(71), "x").expect(400, "malformed_multipart");
        send(TYPE, "").expect(400, "malformed_multipart");
        send(TYPE, "no boundary at all").expect(400, "malformed_multipart");
        send(TYPE, "--limit--\r\n").expect(400, "malformed_multipart");
    }

    @Test
    void aMultipartThatIsCutOffIsRefused() {
        send(TYPE, "--limit\r\n").expect(400, "malformed_multipart");
        send(TYPE, "--limit\r\nContent-Disp").expect(400, "malformed_multipart");
        send(TYPE, "--limit\r\n" + PART + "content").expect(400, "malformed_multipart");
        send(TYPE, "--limit\r\n" + PART + "content\r\n--limit").expect(400, "malformed_multipart");
    }

    @Test
    void otherPartsAndASecondOneAreRefused() {
        send(TYPE, "--limit\r\n" + PART + "one\r\n--limit\r\n" + PART + "two\r\n--limit--\r\n")
                .expect(400, "too_many_parts");
        send(TYPE, "--limit\r\n" + PART.replace("file\"", "other\"") + "one\r\n--limit--\r\n")
                .expect(400, "unexpected_part");
        send(TYPE, "--limit\r\nX-Nothing: 1\r\n\r\none\r\n--limit--\r\n").expect(400, "unexpected_part");
        send(TYPE, "--limit\r\nX-Long: " + "x".repeat(20_000) + "\r\n" + PART + "one\r\n--limit--\r\n")
                .expect(400, "malformed_multipart");
    }

    @Test
    void theLimitHoldsWhetherOrNotALengthIsAnnounced() {
        server.upload(ann, waddle, "fits", new byte[LIMIT]).expect(201);
        server.upload(ann, waddle, "large", new byte[LIMIT + 1]).expect(413, "file_too_large");
        byte[] endless = new byte[LIMIT + 100_000];
        server.multipart(
                        ann,
                        waddle,
                        TYPE,
                        BodyPublishers.ofByteArrays(
                                Arrays.asList(("--limit\r\n" + PART).getBytes(StandardCharsets.UTF_8), endless)))
                .expect(413);
    }

    @Test
    void namesThatAreNoNamesAreRefused() {
        refused("", "filename:too_short");
        refused("../../etc/passwd", "filename:not_a_name");
        refused("C:\\\\temp", "filename:not_a_name");
        refused("..", "filename:not_a_name");
        refused("x".repeat(256), "filename:too_long");
        refused("x".repeat(1_000), "filename:too_long");
        refused("gpj.\u202eexe", "filename:unusable_characters");
        assertThat(server.upload(ann, waddle, "Übung \uD83D\uDC27.txt", new byte[1])
                        .expect(201)
                        .text("filename"))
                .isEqualTo("Übung \uD83D\uDC27.txt");
        server.upload(ann, waddle, "x".repeat(255), new byte[1]).expect(201);
    }

    @Test
    void aControlCharacterIsNoPartOfAHeader() {
        server.upload(ann, waddle, "a\u0001b", new byte[1]).expect(400, "malformed_multipart");
        server.upload(ann, waddle, "a\u0000b", new byte[1]).expect(400, "malformed_multipart");
    }

    private void refused(String name, String error) {
        Answer answer = server.upload(ann, waddle, name, new byte[1]).expect(422);
        assertThat(answer.fieldErrors()).as(name).containsExactly(error);
    }

    @Test
    void anImageWithTooManyPixelsIsRefusedByItsHeaderAlone() {
        byte[] bomb = Pictures.png(2, 2);
        int width = 16;
        Arrays.fill(bomb, width, width + 8, (byte) 0);
        bomb[width + 2] = 0x75; // 30,000 by 30,000
        bomb[width + 3] = 0x30;
        bomb[width + 6] = 0x75;
        bomb[width + 7] = 0x30;
        assertThat(server.upload(ann, waddle, "bomb.png", bomb).expect(422).fieldErrors())
                .containsExactly("file:too_many_pixels");
    }

    @Test
    void aSmallFileThatAsksForMuchMemoryIsKeptWithoutASmallPicture() {
        byte[] bomb = Pictures.progressiveJpeg(64, 64);
        thumbnail(bomb, true);
        thumbnail(Pictures.ofSize(bomb, 6_500, 6_500), false);
        thumbnail(Pictures.ofSize(Pictures.jpeg(64, 64), 6_500, 6_500), true);
    }

    @Test
    void aSmallFileThatAsksForMuchTimeIsKeptWithoutASmallPicture() {
        byte[] bomb = Pictures.progressiveJpeg(64, 64);
        thumbnail(Pictures.ofSize(bomb, 3_000, 3_000), true);
        thumbnail(Pictures.ofSize(Pictures.withScans(bomb, 60), 3_000, 3_000), false);
    }

    private void thumbnail(byte[] picture, boolean expected) {
        Answer answer = server.upload(ann, waddle, "picture.jpg", picture).expect(201);
        assertThat(answer.body().path("hasThumbnail").asBoolean()).isEqualTo(expected);
        assertThat(answer.body().path("width").asInt()).isPositive();
    }

    @Test
    void whatOnlyBeginsLikeAnImageIsKeptWithoutASmallPicture() {
        byte[] broken = Arrays.copyOf(Pictures.png(50, 50), 40);
        Answer answer = server.upload(ann, waddle, "broken.png", broken).expect(201);
        assertThat(answer.body().path("hasThumbnail").asBoolean()).isFalse();
    }
}
