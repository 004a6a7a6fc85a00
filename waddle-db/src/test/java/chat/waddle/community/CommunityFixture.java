package chat.waddle.community;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One waddle with its owner, and short words for what tests do in it.
public final class CommunityFixture implements AutoCloseable {
    public static final UserId OWNER = ShardFixture.OWNER;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public final ShardFixture shards;
    public final Shard shard;
    private int nextUser = 600;
    private int nextRole;

    public CommunityFixture(Path folder) {
        shards = new ShardFixture(folder);
        shard = shards.create(ShardFixture.WADDLE);
    }

    public <R> R submit(Command<R> command) {
        return shard.submit(command, new Request(1, 1)).result();
    }

    /// Expects that the command changes something.
    public <T> T done(Command<CommunityOutcome<T>> command) {
        CommunityOutcome<T> outcome = submit(command);
        assertThat(outcome).isInstanceOf(CommunityOutcome.Done.class);
        return ((CommunityOutcome.Done<T>) outcome).value();
    }

    /// Expects that the command is refused, and that it wrote nothing.
    public <T> CommunityRefusal refusal(Command<CommunityOutcome<T>> command) {
        long before = shard.seq();
        CommunityOutcome<T> outcome = submit(command);
        assertThat(outcome).isInstanceOf(CommunityOutcome.Refused.class);
        assertThat(shard.seq()).isEqualTo(before);
        return ((CommunityOutcome.Refused<T>) outcome).why();
    }

    /// Expects that a value of the command is out of bounds, and that it wrote nothing.
    ///
    /// @return the name of the field
    public <T> String invalid(Command<CommunityOutcome<T>> command) {
        long before = shard.seq();
        CommunityOutcome<T> outcome = submit(command);
        assertThat(outcome).isInstanceOf(CommunityOutcome.Invalid.class);
        assertThat(shard.seq()).isEqualTo(before);
        return ((CommunityOutcome.Invalid<T>) outcome).field().field();
    }

    /// Expects that there was nothing to do.
    public <T> void unchanged(Command<CommunityOutcome<T>> command) {
        long before = shard.seq();
        assertThat(submit(command)).isInstanceOf(CommunityOutcome.Unchanged.class);
        assertThat(shard.seq()).isEqualTo(before);
    }

    public UserId stranger() {
        nextUser++;
        return new UserId(nextUser);
    }

    public UserId joined() {
        UserId user = stranger();
        done(new JoinMember(user));
        return user;
    }

    public Role role(int position, Permission... permissions) {
        nextRole++;
        return done(new CreateRole(OWNER, "role " + nextRole, null, mask(permissions), position, true));
    }

    /// A member with a role of their own.
    public UserId holding(int position, Permission... permissions) {
        UserId user = joined();
        done(new GrantRole(OWNER, user, role(position, permissions).id()));
        return user;
    }

    public Role preset(RolePreset preset) {
        return shard.read(reader -> reader.roles().all().stream()
                .filter(role -> role.preset() == preset)
                .findFirst()
                .orElseThrow());
    }

    public RoleId presetId(RolePreset preset) {
        return preset(preset).id();
    }

    public ChannelId channel(String name) {
        Channel channel = done(CreateChannel.named(OWNER, name, ChannelType.TEXT));
        return channel.id();
    }

    public Member member(UserId user) {
        return shard.read(reader -> reader.members().find(user).orElseThrow());
    }

    public WaddleCounts counts() {
        return shard.read(reader -> reader.members().counts());
    }

    public PostMessage.Outcome post(UserId author, ChannelId channel) {
        return submit(ShardFixture.post(author, channel, "hello"));
    }

    /// Number of active members as the rows tell it, to compare with the count that is kept.
    public long activeRows() {
        return shard.engine().run(session -> session.number("SELECT count(*) FROM members WHERE state = 'active'"));
    }

    /// Commits all commands in one transaction, and makes sure that it was one.
    public List<Object> together(Command<?>... commands) {
        CompletableFuture<Boolean> writerHeld = new CompletableFuture<>();
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        CompletableFuture<Boolean> holding = shard.engine().runLater(session -> {
            writerHeld.complete(true);
            return Engine.await(all, PATIENCE);
        });
        assertThat(Engine.await(writerHeld, PATIENCE)).isTrue();
        long commitsBefore = commits();
        List<? extends CompletableFuture<? extends Committed<?>>> answers = Arrays.stream(commands)
                .map(command -> shard.submitLater(command, new Request(1, 1)))
                .toList();
        all.complete(true);
        assertThat(Engine.await(holding, PATIENCE)).isTrue();
        List<Object> results = answers.stream()
                .<Object>map(answer -> Engine.await(answer, PATIENCE).result())
                .toList();
        assertThat(commits() - commitsBefore).as("one transaction").isLessThanOrEqualTo(1);
        return results;
    }

    /// Reads the file itself.
    public <T> T inFile(ReadSession.Reading<T> reading) {
        return Engine.await(shard.engine().read(reading), PATIENCE);
    }

    private long commits() {
        return Engine.await(shard.engine().read(session -> session.number("SELECT count(*) FROM commits")), PATIENCE);
    }

    public static long mask(Permission... permissions) {
        long mask = 0;
        for (Permission permission : permissions) {
            mask |= permission.mask();
        }
        return mask;
    }

    @Override
    public void close() {
        shards.close();
    }
}
