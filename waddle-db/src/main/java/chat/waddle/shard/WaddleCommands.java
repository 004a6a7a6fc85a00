package chat.waddle.shard;

import chat.waddle.attachment.AttachmentApplier;
import chat.waddle.attachment.CreateAttachment;
import chat.waddle.attachment.DeleteAttachment;
import chat.waddle.attachment.ExpireAttachments;
import chat.waddle.automod.AutomodApplier;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.automod.DeleteAutomodRule;
import chat.waddle.automod.UpdateAutomodRule;
import chat.waddle.channel.CategoryApplier;
import chat.waddle.channel.ChangeChannelApplier;
import chat.waddle.channel.CreateCategory;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.CreateChannelApplier;
import chat.waddle.channel.DeleteCategory;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.channel.OrderChannels;
import chat.waddle.channel.OverwriteApplier;
import chat.waddle.channel.RemoveOverwrite;
import chat.waddle.channel.SetOverwrite;
import chat.waddle.channel.UpdateCategory;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.BanMember;
import chat.waddle.community.ChangeNickname;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CreateRole;
import chat.waddle.community.DeleteRole;
import chat.waddle.community.FoundWaddle;
import chat.waddle.community.FoundWaddleApplier;
import chat.waddle.community.GrantRole;
import chat.waddle.community.JoinMember;
import chat.waddle.community.KickMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.LiftExpiredBans;
import chat.waddle.community.MemberSettingsApplier;
import chat.waddle.community.MembershipApplier;
import chat.waddle.community.ModerationApplier;
import chat.waddle.community.PruneApplier;
import chat.waddle.community.PruneMembers;
import chat.waddle.community.RevokeRole;
import chat.waddle.community.RoleApplier;
import chat.waddle.community.RoleGrantApplier;
import chat.waddle.community.SetNotificationLevel;
import chat.waddle.community.SetTimeout;
import chat.waddle.community.TransferOwnership;
import chat.waddle.community.UnbanMember;
import chat.waddle.community.UpdateRole;
import chat.waddle.desk.AdvanceEscalation;
import chat.waddle.desk.AssignEscalation;
import chat.waddle.desk.EscalateRoom;
import chat.waddle.desk.EscalationApplier;
import chat.waddle.desk.JoinRoom;
import chat.waddle.desk.OpenRoom;
import chat.waddle.desk.RecordMonitoring;
import chat.waddle.desk.RoomApplier;
import chat.waddle.desk.UpdateRoom;
import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.EraseMemberApplier;
import chat.waddle.message.AddReaction;
import chat.waddle.message.AutomodGate;
import chat.waddle.message.BulkDelete;
import chat.waddle.message.BulkDeleteApplier;
import chat.waddle.message.DeleteAttachmentApplier;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.DeleteMessageApplier;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EditMessageApplier;
import chat.waddle.message.EraseExpired;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.EraseMessageApplier;
import chat.waddle.message.ImportMessages;
import chat.waddle.message.ImportMessagesApplier;
import chat.waddle.message.MarkRead;
import chat.waddle.message.MarkReadApplier;
import chat.waddle.message.MessageContext;
import chat.waddle.message.MoveMessages;
import chat.waddle.message.MoveMessagesApplier;
import chat.waddle.message.PinApplier;
import chat.waddle.message.PinMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.message.PostMessageApplier;
import chat.waddle.message.ReactionApplier;
import chat.waddle.message.RemoveReaction;
import chat.waddle.message.RemoveReactions;
import chat.waddle.message.RestoreMessage;
import chat.waddle.message.TimeOutByRule;
import chat.waddle.message.UnpinMessage;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.ConversationApplier;
import chat.waddle.participant.FoundConversations;
import chat.waddle.participant.FoundConversationsApplier;
import chat.waddle.participant.LeaveEveryRoom;
import chat.waddle.participant.LeaveRoom;
import chat.waddle.participant.LeavingApplier;
import chat.waddle.participant.OpenConversation;
import chat.waddle.participant.ParticipantApplier;
import chat.waddle.participant.RemoveParticipant;
import chat.waddle.participant.UpdateConversation;
import chat.waddle.participant.UpdateParticipant;
import chat.waddle.report.ReportApplier;
import chat.waddle.report.ReportMessage;
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
import chat.waddle.robot.InteractionApplier;
import chat.waddle.robot.LeaseInteraction;
import chat.waddle.robot.RenewLease;
import chat.waddle.robot.RobotApplier;
import chat.waddle.robot.StreamApplier;
import chat.waddle.sqlite.command.CommandTypes;
import chat.waddle.thread.ArchiveQuietThreads;
import chat.waddle.thread.CreateThread;
import chat.waddle.thread.DeleteThread;
import chat.waddle.thread.FollowApplier;
import chat.waddle.thread.FollowThread;
import chat.waddle.thread.ThreadApplier;
import chat.waddle.thread.UpdateThread;
import chat.waddle.voice.StartVoiceSession;
import chat.waddle.voice.UpdateVoiceSession;
import chat.waddle.voice.VoiceApplier;

/// Every command a waddle's file understands. Numbers and names are in files out there: they never change.
public final class WaddleCommands {
    private static final CommandTypes TYPES = CommandTypes.builder()
            .add(1, "post_message", PostMessage.class)
            .add(2, "edit_message", EditMessage.class)
            .add(3, "delete_message", DeleteMessage.class)
            .add(4, "restore_message", RestoreMessage.class)
            .add(5, "erase_message", EraseMessage.class)
            .add(6, "erase_expired_messages", EraseExpired.class)
            .add(7, "import_messages", ImportMessages.class)
            .add(8, "found_waddle", FoundWaddle.class)
            .add(20, "join_member", JoinMember.class)
            .add(21, "leave_member", LeaveMember.class)
            .add(22, "kick_member", KickMember.class)
            .add(23, "ban_member", BanMember.class)
            .add(24, "unban_member", UnbanMember.class)
            .add(25, "set_timeout", SetTimeout.class)
            .add(26, "change_nickname", ChangeNickname.class)
            .add(27, "set_notification_level", SetNotificationLevel.class)
            .add(28, "transfer_ownership", TransferOwnership.class)
            .add(29, "create_role", CreateRole.class)
            .add(30, "update_role", UpdateRole.class)
            .add(31, "delete_role", DeleteRole.class)
            .add(32, "grant_role", GrantRole.class)
            .add(33, "revoke_role", RevokeRole.class)
            .add(34, "create_channel", CreateChannel.class)
            .add(35, "update_channel", UpdateChannel.class)
            .add(36, "delete_channel", DeleteChannel.class)
            .add(37, "order_channels", OrderChannels.class)
            .add(38, "create_category", CreateCategory.class)
            .add(39, "update_category", UpdateCategory.class)
            .add(40, "delete_category", DeleteCategory.class)
            .add(41, "create_thread", CreateThread.class)
            .add(42, "update_thread", UpdateThread.class)
            .add(43, "delete_thread", DeleteThread.class)
            .add(60, "add_reaction", AddReaction.class)
            .add(61, "remove_reaction", RemoveReaction.class)
            .add(62, "pin_message", PinMessage.class)
            .add(63, "unpin_message", UnpinMessage.class)
            .add(64, "bulk_delete_messages", BulkDelete.class)
            .add(65, "mark_read", MarkRead.class)
            .add(80, "create_attachment", CreateAttachment.class)
            .add(81, "delete_attachment", DeleteAttachment.class)
            .add(82, "expire_attachments", ExpireAttachments.class)
            .add(90, "lift_expired_bans", LiftExpiredBans.class)
            .add(91, "prune_members", PruneMembers.class)
            .add(50, "set_overwrite", SetOverwrite.class)
            .add(51, "remove_overwrite", RemoveOverwrite.class)
            .add(92, "follow_thread", FollowThread.class)
            .add(93, "archive_quiet_threads", ArchiveQuietThreads.class)
            .add(94, "report_message", ReportMessage.class)
            .add(95, "review_report", ReviewReport.class)
            .add(96, "create_automod_rule", CreateAutomodRule.class)
            .add(97, "update_automod_rule", UpdateAutomodRule.class)
            .add(98, "delete_automod_rule", DeleteAutomodRule.class)
            .add(110, "found_conversations", FoundConversations.class)
            .add(111, "open_conversation", OpenConversation.class)
            .add(112, "update_conversation", UpdateConversation.class)
            .add(113, "add_participant", AddParticipant.class)
            .add(114, "update_participant", UpdateParticipant.class)
            .add(115, "remove_participant", RemoveParticipant.class)
            .add(116, "leave_room", LeaveRoom.class)
            .add(117, "leave_every_room", LeaveEveryRoom.class)
            .add(130, "create_robot", CreateRobot.class)
            .add(131, "delete_robot", DeleteRobot.class)
            .add(132, "ask_robot", AskRobot.class)
            .add(133, "lease_interaction", LeaseInteraction.class)
            .add(134, "renew_lease", RenewLease.class)
            .add(135, "answer_interaction", AnswerInteraction.class)
            .add(136, "fail_interaction", FailInteraction.class)
            .add(137, "expire_interactions", ExpireInteractions.class)
            .add(160, "time_out_by_rule", TimeOutByRule.class)
            .add(161, "erase_member", EraseMember.class)
            .add(138, "begin_stream", BeginStream.class)
            .add(139, "append_to_stream", AppendToStream.class)
            .add(140, "finish_stream", FinishStream.class)
            .add(141, "fail_silent_streams", FailSilentStreams.class)
            .add(142, "open_room", OpenRoom.class)
            .add(143, "update_room", UpdateRoom.class)
            .add(144, "join_room", JoinRoom.class)
            .add(145, "record_monitoring", RecordMonitoring.class)
            .add(146, "escalate_room", EscalateRoom.class)
            .add(147, "assign_escalation", AssignEscalation.class)
            .add(148, "advance_escalation", AdvanceEscalation.class)
            .add(180, "move_messages", MoveMessages.class)
            .add(181, "remove_reactions", RemoveReactions.class)
            .add(182, "start_voice_session", StartVoiceSession.class)
            .add(183, "update_voice_session", UpdateVoiceSession.class)
            .build();

    private WaddleCommands() {}

    public static CommandTypes types() {
        return TYPES;
    }

    static Appliers appliers(MessageContext messages, CommunityContext community) {
        DeleteMessageApplier deleting = new DeleteMessageApplier(messages);
        EraseMessageApplier erasing = new EraseMessageApplier(messages);
        Appliers appliers = new Appliers()
                .on(FoundWaddle.class, FoundWaddleApplier::apply)
                .on(PostMessage.class, new PostMessageApplier(messages)::apply)
                .on(EditMessage.class, new EditMessageApplier(messages)::apply)
                .on(DeleteMessage.class, deleting::delete)
                .on(RestoreMessage.class, deleting::restore)
                .on(EraseMessage.class, erasing::erase)
                .on(EraseExpired.class, erasing::eraseExpired)
                .on(ImportMessages.class, new ImportMessagesApplier(messages)::apply)
                .on(TimeOutByRule.class, new AutomodGate(messages)::timeOut)
                .on(EraseMember.class, new EraseMemberApplier(messages)::apply);
        aboutMessages(appliers, messages);
        members(appliers, community);
        places(appliers, community);
        rooms(appliers, community);
        attachments(appliers, messages);
        robots(appliers, messages, community);
        desk(appliers, community);
        return appliers;
    }

    private static void aboutMessages(Appliers appliers, MessageContext context) {
        ReactionApplier reactions = new ReactionApplier(context);
        PinApplier pins = new PinApplier(context);
        appliers.on(AddReaction.class, reactions::add)
                .on(RemoveReaction.class, reactions::remove)
                .on(RemoveReactions.class, reactions::removeOthers)
                .on(PinMessage.class, pins::pin)
                .on(UnpinMessage.class, pins::unpin)
                .on(MarkRead.class, new MarkReadApplier(context)::apply)
                .on(MoveMessages.class, new MoveMessagesApplier(context)::apply)
                .on(BulkDelete.class, new BulkDeleteApplier(context)::apply);
    }

    private static void members(Appliers appliers, CommunityContext context) {
        MembershipApplier membership = new MembershipApplier(context);
        ModerationApplier moderation = new ModerationApplier(context);
        MemberSettingsApplier settings = new MemberSettingsApplier(context);
        RoleApplier roles = new RoleApplier(context);
        RoleGrantApplier grants = new RoleGrantApplier(context);
        appliers.on(JoinMember.class, membership::join)
                .on(LeaveMember.class, membership::leave)
                .on(KickMember.class, moderation::kick)
                .on(BanMember.class, moderation::ban)
                .on(UnbanMember.class, moderation::unban)
                .on(LiftExpiredBans.class, moderation::liftExpired)
                .on(PruneMembers.class, new PruneApplier(context)::prune)
                .on(SetTimeout.class, moderation::timeout)
                .on(ChangeNickname.class, settings::nickname)
                .on(SetNotificationLevel.class, settings::notificationLevel)
                .on(TransferOwnership.class, membership::transfer)
                .on(CreateRole.class, roles::create)
                .on(UpdateRole.class, roles::update)
                .on(DeleteRole.class, roles::delete)
                .on(GrantRole.class, grants::grant)
                .on(RevokeRole.class, grants::revoke);
    }

    private static void rooms(Appliers appliers, CommunityContext context) {
        ParticipantApplier participants = new ParticipantApplier(context);
        ConversationApplier conversations = new ConversationApplier(context, participants);
        LeavingApplier leaving = new LeavingApplier(context);
        appliers.on(FoundConversations.class, FoundConversationsApplier::apply)
                .on(OpenConversation.class, conversations::open)
                .on(UpdateConversation.class, conversations::update)
                .on(AddParticipant.class, participants::add)
                .on(UpdateParticipant.class, participants::update)
                .on(RemoveParticipant.class, participants::remove)
                .on(LeaveRoom.class, leaving::leave)
                .on(LeaveEveryRoom.class, leaving::leaveAll);
    }

    private static void attachments(Appliers appliers, MessageContext context) {
        AttachmentApplier attachments = new AttachmentApplier(context.view());
        appliers.on(CreateAttachment.class, attachments::create)
                .on(ExpireAttachments.class, attachments::expire)
                .on(DeleteAttachment.class, new DeleteAttachmentApplier(context)::apply);
    }

    private static void desk(Appliers appliers, CommunityContext context) {
        RoomApplier rooms = new RoomApplier(context);
        appliers.on(OpenRoom.class, rooms::open)
                .on(UpdateRoom.class, rooms::update)
                .on(JoinRoom.class, rooms::join)
                .on(RecordMonitoring.class, rooms::record);
        EscalationApplier escalations = new EscalationApplier(context);
        appliers.on(EscalateRoom.class, escalations::escalate)
                .on(AssignEscalation.class, escalations::assign)
                .on(AdvanceEscalation.class, escalations::advance);
    }

    private static void robots(Appliers appliers, MessageContext messages, CommunityContext community) {
        RobotApplier robots = new RobotApplier(community);
        InteractionApplier interactions = new InteractionApplier(messages);
        StreamApplier streams = new StreamApplier(messages);
        appliers.on(CreateRobot.class, robots::create)
                .on(DeleteRobot.class, robots::delete)
                .on(AskRobot.class, interactions::ask)
                .on(LeaseInteraction.class, interactions::lease)
                .on(RenewLease.class, interactions::renew)
                .on(AnswerInteraction.class, interactions::answer)
                .on(FailInteraction.class, interactions::fail)
                .on(ExpireInteractions.class, interactions::expire)
                .on(BeginStream.class, streams::begin)
                .on(AppendToStream.class, streams::append)
                .on(FinishStream.class, streams::finish)
                .on(FailSilentStreams.class, streams::failSilent);
    }

    private static void places(Appliers appliers, CommunityContext context) {
        ChangeChannelApplier channels = new ChangeChannelApplier(context);
        CategoryApplier categories = new CategoryApplier(context);
        OverwriteApplier overwrites = new OverwriteApplier(context);
        ThreadApplier threads = new ThreadApplier(context);
        ReportApplier reports = new ReportApplier(context);
        AutomodApplier automod = new AutomodApplier(context);
        FollowApplier followers = new FollowApplier(context);
        VoiceApplier voice = new VoiceApplier(context);
        appliers.on(CreateChannel.class, new CreateChannelApplier(context)::apply)
                .on(UpdateChannel.class, channels::update)
                .on(DeleteChannel.class, channels::delete)
                .on(OrderChannels.class, channels::order)
                .on(CreateCategory.class, categories::create)
                .on(UpdateCategory.class, categories::update)
                .on(DeleteCategory.class, categories::delete)
                .on(SetOverwrite.class, overwrites::set)
                .on(RemoveOverwrite.class, overwrites::remove)
                .on(FollowThread.class, followers::follow)
                .on(StartVoiceSession.class, voice::start)
                .on(UpdateVoiceSession.class, voice::update)
                .on(ReportMessage.class, reports::report)
                .on(ReviewReport.class, reports::review)
                .on(CreateAutomodRule.class, automod::create)
                .on(UpdateAutomodRule.class, automod::update)
                .on(DeleteAutomodRule.class, automod::delete)
                .on(ArchiveQuietThreads.class, FollowApplier::archive)
                .on(CreateThread.class, threads::create)
                .on(UpdateThread.class, threads::update)
                .on(DeleteThread.class, threads::delete);
    }
}
