package chat.waddle.shard;

import chat.waddle.attachment.AttachmentOutcome;
import chat.waddle.attachment.CreateAttachment;
import chat.waddle.attachment.DeleteAttachment;
import chat.waddle.attachment.ExpireAttachments;
import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.AutomodRule;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.automod.DeleteAutomodRule;
import chat.waddle.automod.UpdateAutomodRule;
import chat.waddle.channel.Category;
import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateCategory;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.DeleteCategory;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.channel.OrderChannels;
import chat.waddle.channel.Overwrite;
import chat.waddle.channel.OverwritePlace;
import chat.waddle.channel.OverwriteSubject;
import chat.waddle.channel.RemoveOverwrite;
import chat.waddle.channel.SetOverwrite;
import chat.waddle.channel.ThreadMode;
import chat.waddle.channel.UpdateCategory;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.AuditAction;
import chat.waddle.community.BanMember;
import chat.waddle.community.ChangeNickname;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CreateRole;
import chat.waddle.community.DeleteRole;
import chat.waddle.community.GrantRole;
import chat.waddle.community.JoinMember;
import chat.waddle.community.KickMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.LiftExpiredBans;
import chat.waddle.community.NotificationLevel;
import chat.waddle.community.Permission;
import chat.waddle.community.PruneMembers;
import chat.waddle.community.RevokeRole;
import chat.waddle.community.Role;
import chat.waddle.community.SetNotificationLevel;
import chat.waddle.community.SetTimeout;
import chat.waddle.community.TransferOwnership;
import chat.waddle.community.UnbanMember;
import chat.waddle.community.UpdateRole;
import chat.waddle.desk.AdvanceEscalation;
import chat.waddle.desk.AssignEscalation;
import chat.waddle.desk.EscalateRoom;
import chat.waddle.desk.Escalation;
import chat.waddle.desk.EscalationStatus;
import chat.waddle.desk.JoinRoom;
import chat.waddle.desk.OpenRoom;
import chat.waddle.desk.RecordMonitoring;
import chat.waddle.desk.RoomStatus;
import chat.waddle.desk.SupportLevel;
import chat.waddle.desk.SupportRoom;
import chat.waddle.desk.UpdateRoom;
import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.message.AddReaction;
import chat.waddle.message.BulkDelete;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.ContentType;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EraseExpired;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.ImportMessages;
import chat.waddle.message.MarkRead;
import chat.waddle.message.MoveMessages;
import chat.waddle.message.PinMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.message.RemoveReaction;
import chat.waddle.message.RemoveReactions;
import chat.waddle.message.RestoreMessage;
import chat.waddle.message.TimeOutByRule;
import chat.waddle.message.UnpinMessage;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.LeaveEveryRoom;
import chat.waddle.participant.LeaveRoom;
import chat.waddle.participant.OpenConversation;
import chat.waddle.participant.Participant;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
import chat.waddle.participant.ParticipantStatus;
import chat.waddle.participant.RemoveParticipant;
import chat.waddle.participant.UpdateConversation;
import chat.waddle.participant.UpdateParticipant;
import chat.waddle.report.Report;
import chat.waddle.report.ReportMessage;
import chat.waddle.report.ReportReason;
import chat.waddle.report.ReportStatus;
import chat.waddle.report.ReviewReport;
import chat.waddle.robot.AnswerInteraction;
import chat.waddle.robot.AppendToStream;
import chat.waddle.robot.AskRobot;
import chat.waddle.robot.BeginStream;
import chat.waddle.robot.CreateRobot;
import chat.waddle.robot.DeleteRobot;
import chat.waddle.robot.ExpireInteractions;
import chat.waddle.robot.FailInteraction;
import chat.waddle.robot.FailSilentStreams;
import chat.waddle.robot.FinishStream;
import chat.waddle.robot.LeaseInteraction;
import chat.waddle.robot.RenewLease;
import chat.waddle.robot.Robot;
import chat.waddle.robot.RobotInteraction;
import chat.waddle.robot.StreamOutcome;
import chat.waddle.sqlite.command.Command;
import chat.waddle.thread.ArchiveQuietThreads;
import chat.waddle.thread.ChatThread;
import chat.waddle.thread.CreateThread;
import chat.waddle.thread.DeleteThread;
import chat.waddle.thread.FollowThread;
import chat.waddle.thread.UpdateThread;
import chat.waddle.voice.StartVoiceSession;
import chat.waddle.voice.UpdateVoiceSession;
import chat.waddle.voice.VoiceSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes up commands of every kind, some of which have an effect; the same ones for the same seed and answers.
final class RandomLife {
    private static final UserId OWNER = ShardFixture.OWNER;
    private static final List<String> EMOJI = List.of("👍", "🐧", ":waddle:");

    private final Random random;
    private final SettableClock clock;
    private final List<Class<?>> kinds = new ArrayList<>();
    private final Map<Class<?>, Supplier<Command<?>>> makers = new LinkedHashMap<>();
    private final List<UserId> users = new ArrayList<>();
    private final List<RoleId> roles = new ArrayList<>();
    private final List<ChannelId> channels = new ArrayList<>();
    private final List<ChannelId> rooms = new ArrayList<>();
    private final List<AddParticipant> participants = new ArrayList<>();
    private final List<CategoryId> categories = new ArrayList<>();
    private final List<ThreadId> threads = new ArrayList<>();
    private final List<AutomodRuleId> rules = new ArrayList<>();
    private final List<ReportId> reports = new ArrayList<>();
    private final List<MessageId> messages = new ArrayList<>();
    private final List<AddReaction> reactions = new ArrayList<>();
    private final List<PinMessage> pins = new ArrayList<>();
    private final List<AttachmentId> attachments = new ArrayList<>();
    private final Map<MessageId, ChannelId> places = new HashMap<>();
    private final Map<ThreadId, ChannelId> threadPlaces = new HashMap<>();
    private final List<VoiceSession> sessions = new ArrayList<>();
    private final List<SetOverwrite> overwrites = new ArrayList<>();
    private final List<DeleteMessage> deletions = new ArrayList<>();
    private final List<GrantRole> grants = new ArrayList<>();
    private final List<ChannelId> supportRooms = new ArrayList<>();
    private final List<EscalationId> escalations = new ArrayList<>();
    private final List<RobotId> robots = new ArrayList<>();
    private final List<RobotInteraction> taken = new ArrayList<>();
    private final List<Writing> writings = new ArrayList<>();
    private int pieces;
    private UserId owner = OWNER;
    private int made;
    private @Nullable EraseMember erasing;

    RandomLife(long seed, SettableClock clock) {
        this.random = new Random(seed);
        this.clock = clock;
        for (int i = 0; i < 6; i++) {
            users.add(new UserId(601 + i));
        }
        users.add(OWNER);
        aboutMembers();
        aboutRoles();
        aboutChannels();
        aboutOverwrites();
        aboutMessages();
        aboutAttachments();
        aboutRooms();
        aboutRobots();
        kinds.addAll(makers.keySet());
        for (int i = 0; i < 5; i++) { // without these, little would ever happen to anybody
            kinds.addAll(List.of(JoinMember.class, GrantRole.class, PostMessage.class, DeleteMessage.class));
        }
        kinds.addAll(List.of(EditMessage.class, EditMessage.class, CreateAttachment.class, UpdateCategory.class));
        kinds.addAll(
                List.of(RevokeRole.class, RevokeRole.class, EraseMessage.class, EraseMessage.class, EditMessage.class));
        kinds.addAll(List.of(CreateCategory.class, UpdateCategory.class, BanMember.class, LiftExpiredBans.class));
        kinds.addAll(List.of(PinMessage.class, UnpinMessage.class, UnpinMessage.class));
        kinds.addAll(List.of(MoveMessages.class, MoveMessages.class, RemoveReactions.class, AddReaction.class));
        kinds.addAll(List.of(EraseExpired.class, CreateChannel.class, CreateThread.class, UpdateThread.class));
        kinds.addAll(List.of(AddReaction.class, RemoveReaction.class, PinMessage.class, UnpinMessage.class));
        kinds.addAll(List.of(ReportMessage.class, ReportMessage.class, ReviewReport.class, ReviewReport.class));
        for (int i = 0; i < 3; i++) {
            kinds.addAll(List.of(AddParticipant.class, UpdateParticipant.class, RemoveParticipant.class));
            kinds.addAll(List.of(OpenConversation.class, LeaveRoom.class, AddParticipant.class));
        }
        kinds.addAll(List.of(BeginStream.class, BeginStream.class, BeginStream.class, FinishStream.class));
        kinds.addAll(List.of(AppendToStream.class, AppendToStream.class, AppendToStream.class, FinishStream.class));
        kinds.addAll(List.of(RenewLease.class, RenewLease.class, AnswerInteraction.class, LeaseInteraction.class));
        kinds.addAll(List.of(JoinRoom.class, JoinRoom.class, JoinRoom.class, RecordMonitoring.class));
        kinds.addAll(List.of(EscalateRoom.class, AssignEscalation.class, AdvanceEscalation.class));
        kinds.addAll(List.of(EscalateRoom.class, AssignEscalation.class, AdvanceEscalation.class));
        kinds.addAll(List.of(AskRobot.class, AskRobot.class, LeaseInteraction.class, LeaseInteraction.class));
        kinds.addAll(List.of(EditMessage.class, EditMessage.class, EraseMessage.class, PostMessage.class));
        kinds.addAll(List.of(EditMessage.class, EditMessage.class, EraseMessage.class, PostMessage.class));
        kinds.addAll(List.of(
                SetTimeout.class, RevokeRole.class, RevokeRole.class, RestoreMessage.class, SetOverwrite.class));
    }

    /// A message that a robot writes.
    private record Writing(ChannelId channel, MessageId message) {}

    Set<Class<?>> kinds() {
        return makers.keySet();
    }

    Command<?> next() {
        made++;
        Supplier<Command<?>> maker = makers.get(one(kinds));
        return maker == null ? new JoinMember(OWNER) : maker.get();
    }

    /// Remembers what a command has made, so that later ones can be about it.
    void learn(Command<?> command, Object result) {
        if (result instanceof PostMessage.Posted posted && command instanceof PostMessage post) {
            messages.add(posted.id());
            places.put(posted.id(), post.channel());
        }
        if (result instanceof StreamOutcome.Streamed streamed) {
            pieces = streamed.sequence();
            if (command instanceof BeginStream begin) {
                writings.add(new Writing(begin.channel(), streamed.message()));
                messages.add(streamed.message());
                places.put(streamed.message(), begin.channel());
            }
        }
        if (result instanceof ChangeOutcome.Done) {
            switch (command) {
                case AddReaction reaction -> reactions.add(reaction);
                case PinMessage pin -> pins.add(pin);
                case DeleteMessage deletion -> deletions.add(deletion);
                default -> {}
            }
        }
        if (result instanceof AttachmentOutcome.Done done && command instanceof CreateAttachment) {
            attachments.add(done.attachment().id());
        }
        if (!(result instanceof CommunityOutcome.Done<?> done)) {
            return;
        }
        switch (done.value()) {
            case Role role when command instanceof CreateRole -> roles.add(role.id());
            case Channel channel when command instanceof CreateChannel -> channels.add(channel.id());
            case Channel channel
            when command instanceof OpenConversation open && open.title() != null -> rooms.add(channel.id());
            case Channel channel when command instanceof DeleteChannel -> channels.remove(channel.id());
            case Category category when command instanceof CreateCategory -> categories.add(category.id());
            case Participant _ when command instanceof AddParticipant add -> participants.add(add);
            case Overwrite _ when command instanceof SetOverwrite set -> overwrites.add(set);
            case ChatThread thread
            when command instanceof CreateThread -> {
                threads.add(thread.id());
                threadPlaces.put(thread.id(), thread.channel());
            }
            case AutomodRule rule when command instanceof CreateAutomodRule -> rules.add(rule.id());
            case SupportRoom room when command instanceof OpenRoom -> supportRooms.add(room.id());
            case Escalation escalation when command instanceof EscalateRoom -> escalations.add(escalation.id());
            case Robot robot when command instanceof CreateRobot -> robots.add(robot.id());
            case Robot robot when command instanceof DeleteRobot -> robots.remove(robot.id());
            case LeaseInteraction.Taken(RobotInteraction interaction)
            when interaction != null -> taken.add(interaction);
            case AutomodRule rule when command instanceof DeleteAutomodRule -> rules.remove(rule.id());
            case VoiceSession session when command instanceof StartVoiceSession -> sessions.add(session);
            case Report report when command instanceof ReportMessage -> reports.add(report.id());
            default -> {
                if (command instanceof GrantRole grant) {
                    grants.add(grant);
                }
                if (command instanceof TransferOwnership transfer) {
                    owner = transfer.to();
                }
            }
        }
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T oneOr(List<T> some, T otherwise) {
        return some.isEmpty() ? otherwise : one(some);
    }

    private <T> @Nullable T perhaps(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private UserId who() {
        return random.nextInt(10) < 7 ? owner : one(users);
    }

    private RoleId role() {
        return oneOr(roles, new RoleId(1));
    }

    private ChannelId channel() {
        return random.nextInt(8) == 0 ? room() : oneOr(channels, new ChannelId(1));
    }

    private CategoryId category() {
        return oneOr(categories, new CategoryId(1));
    }

    private ThreadId thread() {
        return oneOr(threads, new ThreadId(1));
    }

    private AutomodRuleId rule() {
        return oneOr(rules, new AutomodRuleId(1));
    }

    private MessageId message() {
        return oneOr(messages, new MessageId(1));
    }

    private ChannelId placeOf(MessageId message) {
        return places.getOrDefault(message, new ChannelId(1));
    }

    private String calls() {
        return " @everyone <@" + one(users).value() + "> <@&" + role().value() + "> `<@"
                + one(users).value() + ">`";
    }

    private long soon() {
        return clock.millis() + 1 + random.nextInt(5000);
    }

    private void aboutMembers() {
        makers.put(JoinMember.class, () -> new JoinMember(one(users)));
        makers.put(LeaveMember.class, () -> new LeaveMember(one(users)));
        makers.put(KickMember.class, () -> new KickMember(who(), one(users), perhaps("noise")));
        makers.put(
                BanMember.class, () -> new BanMember(who(), one(users), perhaps("spam"), perhaps(soon()), perhaps(60)));
        makers.put(LiftExpiredBans.class, () -> new LiftExpiredBans(10));
        makers.put(PruneMembers.class, () -> new PruneMembers(who(), 1 + random.nextInt(20), 0, 3, perhaps("idle")));
        makers.put(UnbanMember.class, () -> new UnbanMember(who(), one(users), perhaps("sorry")));
        makers.put(
                SetTimeout.class,
                () -> new SetTimeout(who(), one(users), random.nextInt(3) == 0 ? null : soon(), null));
        makers.put(ChangeNickname.class, () -> new ChangeNickname(who(), one(users), perhaps("nick" + made)));
        makers.put(
                SetNotificationLevel.class,
                () -> new SetNotificationLevel(one(users), one(List.of(NotificationLevel.values()))));
        makers.put(TransferOwnership.class, () -> new TransferOwnership(who(), one(users)));
    }

    private void aboutRoles() {
        makers.put(
                CreateRole.class,
                () -> new CreateRole(
                        who(),
                        "role" + made,
                        perhaps("#00ff00"),
                        random.nextLong() & Permission.all() & ~Permission.ADMINISTRATOR.mask(),
                        1 + random.nextInt(400),
                        random.nextBoolean()));
        makers.put(
                UpdateRole.class,
                () -> new UpdateRole(
                        who(),
                        role(),
                        perhaps("renamed" + made),
                        perhaps(""),
                        perhaps(random.nextLong() & Permission.all()),
                        perhaps(1 + random.nextInt(400)),
                        perhaps(random.nextBoolean())));
        makers.put(DeleteRole.class, () -> new DeleteRole(who(), role()));
        makers.put(GrantRole.class, () -> new GrantRole(who(), one(users), role()));
        makers.put(RevokeRole.class, () -> {
            GrantRole newest = grants.isEmpty() ? new GrantRole(OWNER, OWNER, role()) : grants.getLast();
            return random.nextBoolean()
                    ? new RevokeRole(who(), one(users), role())
                    : new RevokeRole(who(), newest.target(), newest.role());
        });
    }

    private void aboutChannels() {
        makers.put(
                CreateChannel.class,
                () -> new CreateChannel(
                        who(),
                        "channel" + made,
                        one(List.of(ChannelType.TEXT, ChannelType.VOICE, ChannelType.ANNOUNCEMENT)),
                        perhaps("about"),
                        perhaps(category()),
                        random.nextInt(4) == 0,
                        one(List.of(ThreadMode.values())),
                        random.nextInt(2),
                        1 + random.nextInt(100)));
        makers.put(
                UpdateChannel.class,
                () -> new UpdateChannel(
                        who(),
                        channel(),
                        perhaps("renamed" + made),
                        null,
                        perhaps("new text"),
                        perhaps(random.nextInt(50)),
                        perhaps(random.nextBoolean() ? UpdateChannel.NO_CATEGORY : category()),
                        perhaps(random.nextBoolean()),
                        perhaps(random.nextInt(4) == 0),
                        perhaps(ThreadMode.OPTIONAL),
                        perhaps(random.nextInt(3)),
                        null));
        makers.put(
                DeleteChannel.class,
                () -> new DeleteChannel(who(), random.nextInt(3) == 0 ? channel() : new ChannelId(1)));
        makers.put(OrderChannels.class, () -> {
            List<ChannelId> shuffled = new ArrayList<>(channels);
            Collections.shuffle(shuffled, random);
            return new OrderChannels(who(), shuffled);
        });
        makers.put(CreateCategory.class, () -> new CreateCategory(who(), "category" + made, random.nextBoolean()));
        makers.put(
                UpdateCategory.class,
                () -> new UpdateCategory(
                        who(), category(), perhaps("other" + made), perhaps(random.nextInt(9)), perhaps(true)));
        makers.put(DeleteCategory.class, () -> new DeleteCategory(who(), category()));
        makers.put(CreateThread.class, () -> new CreateThread(who(), channel(), "thread" + made));
        makers.put(
                UpdateThread.class,
                () -> new UpdateThread(
                        who(),
                        thread(),
                        perhaps("title" + made),
                        perhaps(random.nextBoolean()),
                        perhaps(random.nextBoolean()),
                        perhaps(random.nextBoolean())));
        makers.put(StartVoiceSession.class, () -> new StartVoiceSession(owner, channel(), perhaps("rtk" + made)));
        makers.put(UpdateVoiceSession.class, () -> {
            VoiceSession session = sessions.isEmpty() ? null : sessions.getLast();
            return new UpdateVoiceSession(
                    owner,
                    session == null ? channel() : session.channel(),
                    session == null ? new VoiceSessionId(1) : session.id(),
                    perhaps(random.nextInt(9)),
                    random.nextInt(3) == 0,
                    perhaps("https://example.org/" + made));
        });
        makers.put(FollowThread.class, () -> new FollowThread(who(), thread(), random.nextBoolean()));
        makers.put(ArchiveQuietThreads.class, () -> new ArchiveQuietThreads(3));
        makers.put(DeleteThread.class, () -> new DeleteThread(who(), thread()));
    }

    private AttachmentId attachment() {
        return attachments.isEmpty() ? new AttachmentId(1) : attachments.getLast();
    }

    private void aboutAttachments() {
        makers.put(
                CreateAttachment.class,
                () -> new CreateAttachment(
                        who(),
                        "file" + made + ".png",
                        made,
                        random.nextBoolean() ? "image/png" : "application/zip",
                        0,
                        0,
                        "key" + random.nextInt(9),
                        perhaps("thumbnail")));
        makers.put(DeleteAttachment.class, () -> new DeleteAttachment(who(), oneOr(attachments, new AttachmentId(1))));
        makers.put(ExpireAttachments.class, () -> new ExpireAttachments(5));
    }

    private ChannelId supportRoom() {
        return supportRooms.isEmpty() ? new ChannelId(1) : supportRooms.getLast();
    }

    private EscalationId escalation() {
        return escalations.isEmpty() ? new EscalationId(1) : escalations.getLast();
    }

    private RobotId robot() {
        return robots.isEmpty() ? new RobotId(1) : robots.getLast();
    }

    private RobotInteractionId takenLast() {
        return taken.isEmpty() ? new RobotInteractionId(1) : taken.getLast().id();
    }

    private long leasedLast() {
        Long lease = taken.isEmpty() ? null : taken.getLast().lease();
        return lease == null ? 0 : lease;
    }

    private void aboutRobots() {
        makers.put(
                OpenRoom.class,
                () -> new OpenRoom(
                        who(),
                        perhaps("room" + made),
                        perhaps("issue" + made),
                        perhaps("it broke"),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        2 + random.nextInt(5),
                        null));
        makers.put(
                UpdateRoom.class,
                () -> new UpdateRoom(
                        who(),
                        supportRoom(),
                        perhaps("named" + made),
                        perhaps("more"),
                        random.nextInt(6) == 0 ? RoomStatus.CLOSED : null,
                        perhaps(random.nextBoolean()),
                        perhaps(random.nextBoolean()),
                        null,
                        null));
        makers.put(JoinRoom.class, () -> new JoinRoom(who(), supportRoom()));
        makers.put(
                EscalateRoom.class,
                () -> new EscalateRoom(
                        owner,
                        supportRoom(),
                        random.nextBoolean() ? SupportLevel.T2 : SupportLevel.MANAGER,
                        "it broke again",
                        1 + random.nextInt(5)));
        makers.put(AssignEscalation.class, () -> new AssignEscalation(owner, escalation(), owner));
        makers.put(AdvanceEscalation.class, () -> {
            EscalationStatus next = random.nextBoolean() ? EscalationStatus.RESOLVED : EscalationStatus.IN_PROGRESS;
            return new AdvanceEscalation(
                    owner, escalation(), next, next == EscalationStatus.RESOLVED ? "mended" + made : null);
        });
        makers.put(
                RecordMonitoring.class, () -> new RecordMonitoring(who(), supportRoom(), AuditAction.ROOM_TRANSCRIPT));
        makers.put(
                CreateRobot.class,
                () -> new CreateRobot(who(), "robot" + made, perhaps("answers"), perhaps(one(users))));
        makers.put(DeleteRobot.class, () -> new DeleteRobot(who(), oneOr(robots, new RobotId(1))));
        makers.put(AskRobot.class, () -> {
            MessageId message = messages.isEmpty() ? message() : messages.getLast();
            return new AskRobot(
                    who(), placeOf(message), robot(), message, perhaps("{\"n\":" + made + "}"), perhaps("{}"));
        });
        makers.put(LeaseInteraction.class, () -> new LeaseInteraction(who(), robot(), 1 + random.nextInt(600)));
        makers.put(
                RenewLease.class,
                () -> new RenewLease(who(), takenLast(), leasedLast(), 1 + random.nextInt(60), perhaps("{\"b\":2}")));
        makers.put(
                AnswerInteraction.class,
                () -> new AnswerInteraction(
                        who(),
                        takenLast(),
                        leasedLast(),
                        "answer " + made,
                        perhaps("{\"c\":3}"),
                        random.nextBoolean()));
        makers.put(FailInteraction.class, () -> new FailInteraction(who(), takenLast(), leasedLast(), "no idea"));
        makers.put(BeginStream.class, () -> {
            boolean answers = !taken.isEmpty() && random.nextInt(4) == 0;
            ChannelId place = answers ? taken.getLast().channel() : placeOf(message());
            return new BeginStream(
                    who(),
                    place,
                    robot(),
                    answers ? takenLast() : null,
                    answers ? leasedLast() : null,
                    null,
                    random.nextBoolean(),
                    random.nextBoolean());
        });
        makers.put(AppendToStream.class, () -> {
            Writing writing = writings.isEmpty() ? new Writing(channel(), message()) : writings.getLast();
            return new AppendToStream(who(), writing.channel(), writing.message(), pieces + 1, "edit " + made + " 1 ");
        });
        makers.put(FinishStream.class, () -> {
            Writing writing = writings.isEmpty() ? new Writing(channel(), message()) : writings.getLast();
            return new FinishStream(who(), writing.channel(), writing.message(), random.nextInt(3) > 0);
        });
        makers.put(FailSilentStreams.class, () -> new FailSilentStreams(5));
        makers.put(ExpireInteractions.class, () -> new ExpireInteractions(5));
    }

    private void aboutOverwrites() {
        makers.put(SetOverwrite.class, () -> {
            boolean inChannel = random.nextBoolean();
            boolean ofRole = random.nextBoolean();
            long bits = random.nextLong() & Permission.inChannels();
            long allowed = random.nextLong();
            return new SetOverwrite(
                    who(),
                    inChannel ? OverwritePlace.CHANNEL : OverwritePlace.CATEGORY,
                    inChannel ? channel().value() : category().value(),
                    ofRole ? OverwriteSubject.ROLE : OverwriteSubject.USER,
                    ofRole ? role().value() : one(users).value(),
                    bits & allowed,
                    bits & ~allowed);
        });
        makers.put(RemoveOverwrite.class, () -> {
            SetOverwrite set = oneOr(
                    overwrites, new SetOverwrite(owner, OverwritePlace.CHANNEL, 1, OverwriteSubject.ROLE, 1, 0, 0));
            return new RemoveOverwrite(who(), set.place(), set.placeId(), set.subject(), set.subjectId());
        });
    }

    /// Without people who are taken out of the file: what the audit log said of them, a replay cannot say again.
    RandomLife withoutErasures() {
        kinds.removeIf(EraseMember.class::equals);
        return this;
    }

    private void aboutRooms() {
        makers.put(
                OpenConversation.class,
                () -> random.nextInt(4) == 0
                        ? new OpenConversation(one(users), ChannelType.DIRECT, null, List.of(one(users)), 3)
                        : new OpenConversation(owner, ChannelType.GROUP, "room" + made, List.of(one(users)), 3));
        makers.put(
                UpdateConversation.class,
                () -> new UpdateConversation(who(), room(), perhaps("named" + made), perhaps("")));
        makers.put(
                AddParticipant.class,
                () -> new AddParticipant(
                        who(),
                        room(),
                        one(users),
                        one(List.of(ParticipantRole.values())),
                        new ParticipantFlags(random.nextBoolean(), random.nextBoolean(), random.nextBoolean())));
        makers.put(UpdateParticipant.class, () -> {
            AddParticipant added = added();
            return new UpdateParticipant(
                    who(),
                    added.room(),
                    added.user(),
                    perhaps(one(List.of(ParticipantRole.values()))),
                    perhaps(ParticipantStatus.MUTED),
                    perhaps(random.nextBoolean()),
                    perhaps(random.nextBoolean()),
                    perhaps(random.nextBoolean()));
        });
        makers.put(RemoveParticipant.class, () -> {
            AddParticipant added = added();
            return new RemoveParticipant(owner, added.room(), added.user());
        });
        makers.put(LeaveRoom.class, () -> new LeaveRoom(one(users), room()));
        makers.put(LeaveEveryRoom.class, () -> new LeaveEveryRoom(users.get(random.nextInt(6)), 2));
    }

    private AddParticipant added() {
        return participants.isEmpty()
                ? new AddParticipant(owner, room(), OWNER, ParticipantRole.MEMBER, ParticipantFlags.USUAL)
                : participants.getLast();
    }

    /// One of the newest, in which somebody still takes part.
    private ChannelId room() {
        return rooms.isEmpty() ? new ChannelId(1) : one(rooms.subList(Math.max(0, rooms.size() - 3), rooms.size()));
    }

    /// Somebody who is being erased is not finished at once; another takes their place.
    private EraseMember eraseMember() {
        EraseMember begun = erasing;
        if (begun != null && random.nextInt(3) > 0) {
            return begun;
        }
        int index = random.nextInt(users.size() - 1);
        ErasureMode mode = random.nextBoolean() ? ErasureMode.KEEP : ErasureMode.DELETE;
        EraseMember next = new EraseMember(users.get(index), mode, 5);
        users.set(index, new UserId(10_000 + made));
        erasing = next;
        return next;
    }

    private void aboutMessages() {
        makers.put(
                PostMessage.class,
                () -> new PostMessage(
                        who(),
                        channel(),
                        "text " + made + " https://example.org" + (random.nextInt(4) == 0 ? calls() : ""),
                        ContentType.TEXT,
                        perhaps("client" + random.nextInt(50)),
                        null,
                        perhaps(thread()),
                        perhaps("{\"a\":1}"),
                        perhaps(List.of(attachment()))));
        makers.put(EditMessage.class, () -> {
            MessageId message = message();
            return new EditMessage(
                    who(), placeOf(message), message, "edited " + made + (random.nextInt(4) == 0 ? calls() : ""));
        });
        makers.put(DeleteMessage.class, () -> {
            MessageId message = message();
            return new DeleteMessage(who(), placeOf(message), message);
        });
        makers.put(RestoreMessage.class, () -> {
            boolean newest = !deletions.isEmpty() && random.nextBoolean();
            MessageId message = newest ? deletions.getLast().message() : message();
            return new RestoreMessage(who(), placeOf(message), message);
        });
        makers.put(EraseMessage.class, () -> {
            MessageId message = message();
            return new EraseMessage(who(), placeOf(message), message);
        });
        makers.put(AddReaction.class, () -> {
            MessageId message = message();
            return new AddReaction(who(), placeOf(message), message, one(EMOJI));
        });
        makers.put(RemoveReaction.class, () -> {
            AddReaction earlier = reactions.isEmpty()
                    ? new AddReaction(OWNER, channel(), message(), one(EMOJI))
                    : reactions.getLast();
            return new RemoveReaction(earlier.actor(), earlier.channel(), earlier.message(), earlier.emoji());
        });
        makers.put(RemoveReactions.class, () -> {
            AddReaction earlier = reactions.isEmpty()
                    ? new AddReaction(OWNER, channel(), message(), one(EMOJI))
                    : reactions.getLast();
            return new RemoveReactions(
                    owner, earlier.channel(), earlier.message(), earlier.emoji(), perhaps(earlier.actor()));
        });
        makers.put(PinMessage.class, () -> {
            MessageId message = message();
            return new PinMessage(who(), placeOf(message), message);
        });
        makers.put(UnpinMessage.class, () -> {
            PinMessage earlier = oneOr(pins, new PinMessage(OWNER, channel(), message()));
            return new UnpinMessage(who(), earlier.channel(), earlier.message());
        });
        makers.put(BulkDelete.class, () -> {
            MessageId message = message();
            return new BulkDelete(who(), placeOf(message), List.of(message, message(), message()));
        });
        makers.put(MoveMessages.class, () -> {
            ThreadId thread = threads.isEmpty() ? new ThreadId(1) : threads.getLast();
            ChannelId place = threadPlaces.getOrDefault(thread, new ChannelId(1));
            List<MessageId> there = new ArrayList<>(messages.reversed().stream()
                    .filter(message -> place.equals(places.get(message)))
                    .limit(5)
                    .toList());
            there.add(message());
            return new MoveMessages(owner, place, there, perhaps(thread), random.nextInt(5) == 0);
        });
        makers.put(MarkRead.class, () -> {
            MessageId message = message();
            return new MarkRead(who(), placeOf(message), message, random.nextBoolean());
        });
        makers.put(ReportMessage.class, () -> {
            MessageId message = messages.isEmpty() ? message() : messages.getLast();
            return new ReportMessage(who(), placeOf(message), message, ReportReason.SPAM, perhaps("look"));
        });
        makers.put(
                ReviewReport.class,
                () -> new ReviewReport(
                        who(),
                        oneOr(reports, new ReportId(1)),
                        one(List.of(ReportStatus.values())),
                        perhaps("note" + made)));
        makers.put(
                CreateAutomodRule.class,
                () -> new CreateAutomodRule(
                        who(),
                        "rule" + made,
                        made % 5 == 0 ? AutomodKind.REGEX : AutomodKind.KEYWORDS,
                        List.of(made % 2 == 0 ? Integer.toString(made + random.nextInt(90)) : "edit*"),
                        null,
                        AutomodAction.FLAG,
                        null,
                        random.nextBoolean()));
        makers.put(
                UpdateAutomodRule.class,
                () -> new UpdateAutomodRule(
                        who(), rule(), perhaps("named" + made), null, null, null, null, perhaps(random.nextBoolean())));
        makers.put(DeleteAutomodRule.class, () -> new DeleteAutomodRule(who(), rule()));
        makers.put(EraseExpired.class, () -> new EraseExpired(10));
        makers.put(EraseMember.class, this::eraseMember);
        makers.put(
                TimeOutByRule.class,
                () -> new TimeOutByRule(
                        one(users), "Rule: " + made, clock.instant().toEpochMilli() + 1));
        makers.put(
                ImportMessages.class,
                () -> new ImportMessages(
                        channel(),
                        "log" + made,
                        0,
                        random.nextBoolean(),
                        List.of(
                                new ImportMessages.Item(new UserId(700 + made), 1_600_000_000_000L, "old", null, null),
                                new ImportMessages.Item(one(users), 1_600_000_000_000L, "older", 0, null))));
    }
}
