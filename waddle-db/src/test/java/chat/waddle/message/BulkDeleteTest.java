package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkDeleteTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private int talkNum;

    @BeforeEach
    void aWaddleWithAChannel() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        talkNum = Objects.requireNonNull(waddle.shard.channels().byId(talk)).num();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private MessageId posted(String text) {
        return ShardFixture.posted(waddle.shard, talk, text);
    }

    private int shown() {
        return waddle.shard.newest(talkNum, 50).rows().size();
    }

    private List<AuditEntry> audited() {
        return waddle.shard.read(reader -> reader.auditLog()
                .page(OWNER, AuditAction.CHANNEL_BULK_DELETE, Long.MAX_VALUE, 10)
                .items());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsThereGoesInOneCommitAndEachCanComeBack(boolean filed) {
        List<MessageId> messages = List.of(posted("one"), posted("two"), posted("three"), posted("four"));
        assertThat(shown()).isEqualTo(4);
        if (filed) {
            waddle.shard.catchUpIndex();
        }
        waddle.submit(new DeleteMessage(OWNER, talk, messages.getLast()));
        long seq = waddle.shard.seq();

        List<MessageId> asked =
                List.of(messages.get(1), new MessageId(77), messages.get(0), messages.getLast(), messages.get(1));
        assertThat(waddle.submit(new BulkDelete(OWNER, talk, asked)))
                .isEqualTo(new BulkDelete.Deleted(List.of(messages.get(1), messages.get(0))));
        assertThat(waddle.shard.seq()).isEqualTo(seq + 1);
        assertThat(shown()).isEqualTo(1);
        assertThat(waddle.shard.messageCount()).isEqualTo(1);
        assertThat(waddle.submit(new BulkDelete(OWNER, talk, asked))).isEqualTo(new BulkDelete.Deleted(List.of()));
        assertThat(waddle.shard.seq()).as("nothing was left to do").isEqualTo(seq + 1);

        List<AuditEntry> told = audited();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().resourceId()).isEqualTo(talk.value());
        assertThat(told.getFirst().changes()).contains("deletedMessages").contains("2");

        waddle.submit(new RestoreMessage(OWNER, talk, messages.getFirst()));
        assertThat(shown()).isEqualTo(2);
        assertThat(waddle.shard.messageCount()).isEqualTo(2);
    }

    @Test
    void messagesOfOtherChannelsStay() {
        ChannelId other = waddle.channel("other");
        MessageId there = ShardFixture.posted(waddle.shard, other, "there");

        assertThat(waddle.submit(new BulkDelete(OWNER, talk, List.of(there))))
                .isEqualTo(new BulkDelete.Deleted(List.of()));
        assertThat(waddle.shard.messageCount()).isEqualTo(1);
    }

    @Test
    void onlyWhoManagesMessagesMayEvenOfTheirOwn() {
        UserId member = waddle.joined();
        PostMessage.Posted own = (PostMessage.Posted) waddle.post(member, talk);
        UserId moderator = waddle.holding(10, Permission.MANAGE_MESSAGES);

        assertThat(waddle.submit(new BulkDelete(member, talk, List.of(own.id()))))
                .isEqualTo(new BulkDelete.Refused(MessageRefusal.NOT_ALLOWED));
        assertThat(waddle.submit(new BulkDelete(waddle.stranger(), talk, List.of(own.id()))))
                .isEqualTo(new BulkDelete.Refused(MessageRefusal.NOT_A_MEMBER));
        assertThat(waddle.submit(new BulkDelete(moderator, talk, List.of(own.id()))))
                .isEqualTo(new BulkDelete.Deleted(List.of(own.id())));
    }
}
