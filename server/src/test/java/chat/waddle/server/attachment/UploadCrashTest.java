package chat.waddle.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.attachment.CreateAttachment;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.objectstore.FolderObjectStore;
import chat.waddle.objectstore.ListQuery;
import chat.waddle.objectstore.ObjectContent;
import chat.waddle.objectstore.ObjectKey;
import chat.waddle.server.Pictures;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An upload that stops at each of its steps: there may be an object without a row, never a row without its object.
class UploadCrashTest {
    private static final WaddleId WADDLE = new WaddleId(1001);
    private static final byte[] PICTURE = Pictures.png(900, 700);

    @TempDir
    private Path folder = Path.of("");

    private FolderObjectStore folderStore;
    private StoppingStore store;
    private Thumbnails thumbnails;
    private Uploads uploads;

    @BeforeEach
    void open() {
        folderStore = FolderObjectStore.open(folder.resolve("objects"));
        store = new StoppingStore(folderStore);
        thumbnails = new Thumbnails();
        AttachmentObjects objects = new AttachmentObjects(store, InstantSource.system());
        uploads = new Uploads(Spool.in(folder.resolve("uploads")), objects, thumbnails, 1_000_000);
    }

    @AfterEach
    void close() {
        thumbnails.close();
        store.close();
    }

    private CreateAttachment receive() throws IOException {
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                bytes("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"),
                new ByteArrayInputStream(PICTURE),
                bytes("\r\n--limit--\r\n"))));
        return uploads.receive(WADDLE, new UserId(1), "multipart/form-data; boundary=limit", body);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private int objects() {
        return folderStore.list(ListQuery.first("", 10)).objects().size();
    }

    @Test
    void aStepThatFailsEndsTheUploadAndTheNextTryFinishesIt() throws IOException {
        int objectsThere = 0;
        for (StoppingStore.Stop stop : List.of(
                new StoppingStore.Stop(1, false),
                new StoppingStore.Stop(1, true),
                new StoppingStore.Stop(1, false),
                new StoppingStore.Stop(1, true))) {
            store.stopAt(stop);
            assertThatThrownBy(this::receive)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem()).isInstanceOf(Problem.Unavailable.class));
            objectsThere += stop.afterwards() ? 1 : 0;
            assertThat(objects()).as(stop.toString()).isEqualTo(objectsThere);
            assertThat(folder.resolve("uploads")).isEmptyDirectory();
        }
        CreateAttachment command = receive();
        assertThat(content(command.objectKey())).isEqualTo(PICTURE);
        assertThat(content(String.valueOf(command.thumbnailKey()))).isNotEmpty();
        assertThat(objects()).isEqualTo(2);
    }

    private byte[] content(String key) {
        try (ObjectContent content = folderStore.get(new ObjectKey(key)).orElseThrow()) {
            return content.readAll();
        }
    }

    @Test
    void whatAKilledServerLeftInTheSpoolIsRemovedAtItsStart() throws IOException {
        Path left = folder.resolve("uploads/half.upload");
        Files.writeString(left, "half");
        Spool _ = Spool.in(folder.resolve("uploads"));
        assertThat(left).doesNotExist();
    }
}
