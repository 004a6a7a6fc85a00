package chat.waddle.voice;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.Permission;
import chat.waddle.community.TextRules;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps the books of sessions in voice channels.
public final class VoiceApplier {
    private static final String HTTPS = "https://";

    private final CommunityContext context;

    public VoiceApplier(CommunityContext context) {
        this.context = context;
    }

    /// What to do in a channel for somebody who may.
    @FunctionalInterface
    private interface Step {
        Applied<CommunityOutcome<VoiceSession>> apply(Channel channel) throws SQLException;
    }

    private Applied<CommunityOutcome<VoiceSession>> enter(
            WriteSession transaction, Stamp stamp, UserId user, ChannelId id, Step step) throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(id);
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        CommunityRefusal lacking = channel.lacking(actor, Permission.START_VOICE, stamp.timeMillis());
        return lacking != null ? Answer.refused(lacking) : step.apply(channel);
    }

    public Applied<CommunityOutcome<VoiceSession>> start(
            WriteSession transaction, Stamp stamp, StartVoiceSession command) throws SQLException {
        String name = command.rtkSession();
        InvalidField invalid =
                name == null ? null : TextRules.line("rtkSessionId", name, VoiceSession.RTK_SESSION_LIMIT);
        return invalid != null
                ? Answer.invalid(invalid)
                : enter(
                        transaction,
                        stamp,
                        command.actor(),
                        command.channel(),
                        channel -> start(transaction, stamp, command, channel));
    }

    private static Applied<CommunityOutcome<VoiceSession>> start(
            WriteSession transaction, Stamp stamp, StartVoiceSession command, Channel channel) {
        if (channel.type() != ChannelType.VOICE) {
            return Answer.refused(CommunityRefusal.NOT_A_VOICE_CHANNEL);
        }
        if (channel.isArchived()) {
            return Answer.refused(CommunityRefusal.CHANNEL_ARCHIVED);
        }
        VoiceSql sessions = transaction.sql(VoiceSql.class);
        if (sessions.isRunning(channel.num())) {
            return Answer.refused(CommunityRefusal.VOICE_SESSION_RUNNING);
        }
        long id = stamp.newId();
        sessions.insert(id, channel.num(), command.rtkSession());
        return done(sessions, channel, new VoiceSessionId(id));
    }

    private static Applied<CommunityOutcome<VoiceSession>> done(VoiceSql sessions, Channel channel, VoiceSessionId id) {
        return Answer.done(sessions.find(id, channel.num()).orElseThrow(), channel.num(), id.value());
    }

    public Applied<CommunityOutcome<VoiceSession>> update(
            WriteSession transaction, Stamp stamp, UpdateVoiceSession command) throws SQLException {
        InvalidField invalid = invalid(command);
        return invalid != null
                ? Answer.invalid(invalid)
                : enter(
                        transaction,
                        stamp,
                        command.actor(),
                        command.channel(),
                        channel -> update(transaction, stamp, command, channel));
    }

    private static @Nullable InvalidField invalid(UpdateVoiceSession command) {
        Integer participants = command.participants();
        if (participants != null && (participants < 0 || participants > VoiceSession.PARTICIPANTS_LIMIT)) {
            return new InvalidField(
                    "participants", "out_of_range", "It must be 0 to " + VoiceSession.PARTICIPANTS_LIMIT + ".");
        }
        String url = command.recordingUrl();
        if (url == null || url.isEmpty()) {
            return null;
        }
        return url.startsWith(HTTPS) && url.chars().allMatch(unit -> unit > ' ' && unit < 0x7F)
                ? TextRules.line("recordingUrl", url, VoiceSession.URL_LIMIT)
                : new InvalidField("recordingUrl", "invalid_url", "It must be an https address.");
    }

    private static Applied<CommunityOutcome<VoiceSession>> update(
            WriteSession transaction, Stamp stamp, UpdateVoiceSession command, Channel channel) {
        VoiceSql sessions = transaction.sql(VoiceSql.class);
        VoiceSession before = sessions.find(command.session(), channel.num()).orElse(null);
        if (before == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_VOICE_SESSION);
        }
        if (before.isOver() && command.participants() != null) {
            return Answer.refused(CommunityRefusal.VOICE_SESSION_OVER);
        }
        int most = Math.max(before.maxParticipants(), Objects.requireNonNullElse(command.participants(), 0));
        String url = command.recordingUrl() == null ? before.recordingUrl() : emptyAsNull(command.recordingUrl());
        boolean ends = command.end() && !before.isOver();
        if (!ends && most == before.maxParticipants() && Objects.equals(url, before.recordingUrl())) {
            return Answer.unchanged(before);
        }
        Long ended =
                before.endedAt() == null ? null : Long.valueOf(before.endedAt().toEpochMilli());
        sessions.update(before.id(), ends ? Long.valueOf(stamp.timeMillis()) : ended, most, url);
        return done(sessions, channel, before.id());
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
