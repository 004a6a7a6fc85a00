package chat.waddle.attachment;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.CommunityFixture;
import chat.waddle.community.GrantRole;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.RolePreset;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ContentType;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.ShardCare;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private AttachmentOutcome create(UserId owner, String key, long sizeBytes) {
        return waddle.submit(new CreateAttachment(owner, "cat.png", sizeBytes, "image/png", 4, 3, key, null));
    }

    private AttachmentId created(UserId owner, String key) {
        return ((AttachmentOutcome.Done) create(owner, key, 10)).attachment().id();
    }

    private PostMessage.Outcome post(UserId author, AttachmentId... ids) {
        return waddle.submit(
                new PostMessage(author, talk, "look", ContentType.TEXT, null, null, null, null, Arrays.asList(ids)));
    }

    private MessageId posted(UserId author, AttachmentId... ids) {
        return ((PostMessage.Posted) post(author, ids)).id();
    }

    private void refusedPost(UserId author, AttachmentId... ids) {
        long before = waddle.shard.seq();
        assertThat(post(author, ids)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_ATTACHMENT));
        assertThat(waddle.shard.seq()).isEqualTo(before);
    }

    private AttachmentRefusal refused(UserId actor, AttachmentId id) {
        AttachmentOutcome outcome = waddle.submit(new DeleteAttachment(actor, id));
        return ((AttachmentOutcome.Refused) outcome).why();
    }

    private void deleted(UserId actor, AttachmentId id) {
        assertThat(waddle.submit(new DeleteAttachment(actor, id))).isInstanceOf(AttachmentOutcome.Done.class);
    }

    private boolean exists(AttachmentId id) {
        return waddle.shard
                .read(reader -> reader.attachments().find(id.value()))
                .isPresent();
    }

    private int expire() {
        return waddle.submit(new ExpireAttachments(100)).attachments();
    }

    @Test
    void onlyOnesOwnUnattachedFilesCanBeAttachedAndEachOnce() {
        AttachmentId mine = created(member, "a");
        AttachmentId theirs = created(OWNER, "b");
        refusedPost(member, theirs);
        refusedPost(member, mine, theirs);
        refusedPost(member, mine, mine);
        refusedPost(member, new AttachmentId(7));
        posted(member, mine);
        refusedPost(member, mine);
        posted(OWNER, theirs);
    }

    @Test
    void aMessageKeepsTheOrderItsAuthorGave() {
        AttachmentId first = created(member, "a");
        AttachmentId second = created(member, "b");
        MessageId message = posted(member, second, first);
        List<Attachment> attached =
                waddle.shard.engine().run(session -> AttachmentRows.ofMessage(session, message.value()));
        assertThat(attached).extracting(Attachment::id).containsExactly(second, first);
    }

    @Test
    void whoMayNotWriteMayNotUpload() {
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 60_000, null));
        assertThat(create(member, "a", 1)).isEqualTo(new AttachmentOutcome.Refused(AttachmentRefusal.IN_TIMEOUT));
        waddle.done(new LeaveMember(member));
        assertThat(create(member, "a", 1)).isEqualTo(new AttachmentOutcome.Refused(AttachmentRefusal.NOT_A_MEMBER));
    }

    @Test
    void nobodyHeapsUpFilesWithoutPostingThem() {
        for (int i = 0; i < AttachmentApplier.UNATTACHED_LIMIT; i++) {
            created(member, "k" + i);
        }
        assertThat(create(member, "more", 1))
                .isEqualTo(new AttachmentOutcome.Refused(AttachmentRefusal.TOO_MANY_UNATTACHED));
        created(OWNER, "of another");
    }

    @Test
    void aFileIsDeletedByItsOwnerOrByWhoManagesFiles() {
        AttachmentId unseen = created(member, "a");
        assertThat(refused(OWNER, unseen)).isEqualTo(AttachmentRefusal.NO_SUCH_ATTACHMENT);
        deleted(member, unseen);
        AttachmentId seen = created(OWNER, "b");
        posted(OWNER, seen);
        assertThat(refused(member, seen)).isEqualTo(AttachmentRefusal.NOT_ALLOWED);
        waddle.done(new GrantRole(OWNER, member, waddle.presetId(RolePreset.ADMIN)));
        deleted(member, seen);
        assertThat(refused(member, seen)).isEqualTo(AttachmentRefusal.NO_SUCH_ATTACHMENT);
    }

    @Test
    void aMessageForgetsTheFileThatWasDeleted() {
        AttachmentId id = created(member, "a");
        MessageId message = posted(member, id);
        int hasImage = 16;
        assertThat(flags(message) & hasImage).isEqualTo(hasImage);
        deleted(member, id);
        assertThat(flags(message) & hasImage).isZero();
    }

    private int flags(MessageId message) {
        return waddle.shard.engine().run(session -> (int) session.number("SELECT flags FROM arrivals WHERE id = "
                + message.value() + " UNION ALL SELECT flags FROM messages WHERE id = " + message.value()));
    }

    @Test
    void filesOfADeletedMessageAreHiddenAndThoseOfAnErasedOneGo() {
        AttachmentId id = created(member, "a");
        MessageId message = posted(member, id);
        waddle.submit(new DeleteMessage(member, talk, message));
        assertThat(refused(member, id)).isEqualTo(AttachmentRefusal.NO_SUCH_ATTACHMENT);
        assertThat(expire()).isZero();
        AttachmentId other = created(member, "b");
        waddle.submit(new EraseMessage(member, talk, posted(member, other)));
        assertThat(expire()).isEqualTo(1);
        assertThat(exists(other)).isFalse();
        assertThat(recorded().split("cat.png", -1))
                .as("names recorded, and one more")
                .hasSize(2);
    }

    private String recorded() {
        return waddle.shard.engine().run(session -> {
            StringBuilder all = new StringBuilder();
            try (var row = session.kept("SELECT body FROM commits").executeQuery()) {
                while (row.next()) {
                    byte[] body = row.getBytes(1);
                    all.append(body == null ? "" : new String(body, StandardCharsets.UTF_8));
                }
            }
            return all.toString();
        });
    }

    @Test
    void whatIsNeverAttachedIsForgottenAfterADayAndNothingElse() {
        AttachmentId attached = created(member, "a");
        posted(member, attached);
        AttachmentId old = created(member, "b");
        waddle.shards.clock.advance(Duration.ofHours(23));
        AttachmentId young = created(member, "c");
        assertThat(expire()).isZero();
        waddle.shards.clock.advance(Duration.ofHours(2));
        assertThat(expire()).isEqualTo(1);
        assertThat(exists(old)).isFalse();
        assertThat(exists(young)).isTrue();
        assertThat(exists(attached)).isTrue();
    }

    @Test
    void equalBytesCountOnceInTheSizes() {
        create(member, "a", 10);
        create(OWNER, "a", 10);
        create(member, "b", 5);
        assertThat(new ShardCare(waddle.shard).measure().sizes().attachmentBytes())
                .isEqualTo(15);
    }
}
