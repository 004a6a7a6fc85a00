package chat.waddle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.community.Plans;
import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationsTest {
    private static final Set<String> LEGAL = Set.of(
            "created assigned",
            "created cancelled",
            "assigned in_progress",
            "assigned cancelled",
            "in_progress resolved",
            "in_progress cancelled");

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private UserId agent;
    private UserId lead;
    private UserId expert;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        agent = waddle.holding(20, Permission.MANAGE_ROOMS, Permission.ESCALATE);
        lead = waddle.holding(21, Permission.ASSIGN_ESCALATIONS);
        expert = waddle.holding(22, Permission.RESOLVE_ESCALATIONS);
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private SupportRoom room() {
        return waddle.done(new OpenRoom(agent, "printer", null, null, false, true, 50, null));
    }

    private static EscalateRoom escalating(UserId actor, SupportRoom room, SupportLevel level, int priority) {
        return new EscalateRoom(actor, room.id(), level, "It burns on.", priority);
    }

    private Escalation escalated(SupportRoom room, SupportLevel level, int priority) {
        return waddle.done(escalating(agent, room, level, priority));
    }

    /// The move of who may make it.
    private Command<CommunityOutcome<Escalation>> move(EscalationId id, EscalationStatus next) {
        return next == EscalationStatus.ASSIGNED
                ? new AssignEscalation(lead, id, expert)
                : new AdvanceEscalation(expert, id, next, next == EscalationStatus.RESOLVED ? "Put out." : null);
    }

    /// A new escalation of a new room, brought to this state.
    private Escalation in(EscalationStatus status) {
        Escalation escalation = escalated(room(), SupportLevel.T2, 3);
        List<EscalationStatus> way = switch (status) {
            case CREATED -> List.of();
            case ASSIGNED -> List.of(EscalationStatus.ASSIGNED);
            case IN_PROGRESS -> List.of(EscalationStatus.ASSIGNED, EscalationStatus.IN_PROGRESS);
            case RESOLVED ->
                List.of(EscalationStatus.ASSIGNED, EscalationStatus.IN_PROGRESS, EscalationStatus.RESOLVED);
            case CANCELLED -> List.of(EscalationStatus.CANCELLED);
        };
        for (EscalationStatus next : way) {
            escalation = waddle.done(move(escalation.id(), next));
        }
        assertThat(escalation.status()).isEqualTo(status);
        return escalation;
    }

    private SupportLevel level(Escalation escalation) {
        return waddle.shard.read(reader ->
                reader.supportRooms().find(escalation.room()).orElseThrow().level());
    }

    private List<EscalationId> queue(Escalations.Filter filter, int pageSize) {
        List<EscalationId> ids = new ArrayList<>();
        Escalations.Place place = Escalations.Place.BEGIN;
        while (place != null) {
            Escalations.Place after = place;
            Page<Escalation, Escalations.Place> page =
                    waddle.shard.read(reader -> reader.escalations().page(filter, after, pageSize));
            page.items().forEach(escalation -> ids.add(escalation.id()));
            place = page.next();
        }
        return ids;
    }

    @Test
    void everyPairOfStatesIsLegalOrRefused() {
        for (EscalationStatus from : EscalationStatus.values()) {
            for (EscalationStatus next : EscalationStatus.values()) {
                boolean legal = LEGAL.contains(from.code() + " " + next.code());
                assertThat(from.mayBecome(next)).as(from + " to " + next).isEqualTo(legal);
                Escalation escalation = in(from);
                Command<CommunityOutcome<Escalation>> move = move(escalation.id(), next);
                if (legal) {
                    assertThat(waddle.done(move).status()).isEqualTo(next);
                } else {
                    assertThat(waddle.refusal(move))
                            .as(from + " to " + next)
                            .isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
                }
            }
        }
    }

    @Test
    void aRoomGoesUpOnlyAndOnceAtATime() {
        SupportRoom room = room();
        assertThat(waddle.refusal(escalating(agent, room, SupportLevel.T1, 3)))
                .isEqualTo(CommunityRefusal.LEVEL_NOT_ABOVE);
        Escalation first = escalated(room, SupportLevel.T3, 3);
        assertThat(first.fromLevel()).isEqualTo(SupportLevel.T1);
        assertThat(first.createdBy()).isEqualTo(agent);
        assertThat(waddle.refusal(escalating(agent, room, SupportLevel.MANAGER, 1)))
                .isEqualTo(CommunityRefusal.ALREADY_ESCALATED);
        assertThat(level(first)).isEqualTo(SupportLevel.T1);
        waddle.done(move(first.id(), EscalationStatus.ASSIGNED));
        waddle.done(move(first.id(), EscalationStatus.IN_PROGRESS));
        Escalation resolved = waddle.done(move(first.id(), EscalationStatus.RESOLVED));
        assertThat(resolved.notes()).isEqualTo("Put out.");
        assertThat(resolved.endedBy()).isEqualTo(expert);
        assertThat(level(first)).isEqualTo(SupportLevel.T3);
        assertThat(waddle.refusal(escalating(agent, room, SupportLevel.T2, 3)))
                .isEqualTo(CommunityRefusal.LEVEL_NOT_ABOVE);
        Escalation second = escalated(room, SupportLevel.MANAGER, 3);
        waddle.done(move(second.id(), EscalationStatus.CANCELLED));
        assertThat(level(second)).isEqualTo(SupportLevel.T3);
    }

    @Test
    void whoLacksThePermissionOrKnowsNothingOfTheRoomMovesNothing() {
        SupportRoom room = room();
        UserId outsider = waddle.holding(23, Permission.ESCALATE);
        assertThat(waddle.refusal(escalating(outsider, room, SupportLevel.T2, 3)))
                .isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
        UserId desk = waddle.holding(24, Permission.MANAGE_ROOMS);
        assertThat(waddle.refusal(escalating(desk, room, SupportLevel.T2, 3))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        EscalationId id = escalated(room, SupportLevel.T2, 3).id();
        assertThat(waddle.refusal(new AssignEscalation(expert, id, expert))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new AdvanceEscalation(lead, id, EscalationStatus.CANCELLED, null)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.invalid(new AssignEscalation(lead, id, member))).isEqualTo("userId");
        assertThat(waddle.refusal(new AssignEscalation(lead, id, waddle.stranger())))
                .isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        assertThat(waddle.refusal(move(new EscalationId(1), EscalationStatus.ASSIGNED)))
                .isEqualTo(CommunityRefusal.NO_SUCH_ESCALATION);
        waddle.done(new LeaveMember(lead));
        assertThat(waddle.refusal(move(id, EscalationStatus.ASSIGNED))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
    }

    @Test
    void whatIsSaidOfAnEscalationHasItsLimits() {
        SupportRoom room = room();
        assertThat(waddle.invalid(new EscalateRoom(agent, room.id(), SupportLevel.T2, " ", 3)))
                .isEqualTo("reason");
        assertThat(waddle.invalid(new EscalateRoom(agent, room.id(), SupportLevel.T2, "x".repeat(4001), 3)))
                .isEqualTo("reason");
        assertThat(waddle.invalid(escalating(agent, room, SupportLevel.T2, 0))).isEqualTo("priority");
        assertThat(waddle.invalid(escalating(agent, room, SupportLevel.T2, 6))).isEqualTo("priority");
        EscalationId id = in(EscalationStatus.IN_PROGRESS).id();
        assertThat(waddle.invalid(new AdvanceEscalation(expert, id, EscalationStatus.RESOLVED, null)))
                .isEqualTo("notes");
        assertThat(waddle.invalid(new AdvanceEscalation(expert, id, EscalationStatus.CANCELLED, "no")))
                .isEqualTo("notes");
        waddle.done(new UpdateRoom(agent, room.id(), null, null, RoomStatus.ARCHIVED, null, null, null, null));
        assertThat(waddle.refusal(escalating(agent, room, SupportLevel.T2, 3)))
                .isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
    }

    @Test
    void aClosedRoomStaysAtItsLevel() {
        Escalation escalation = in(EscalationStatus.IN_PROGRESS);
        waddle.done(new UpdateRoom(agent, escalation.room(), null, null, RoomStatus.CLOSED, null, null, null, "Over."));
        waddle.done(move(escalation.id(), EscalationStatus.RESOLVED));
        assertThat(level(escalation)).isEqualTo(SupportLevel.T1);
    }

    @Test
    void theQueueBeginsWithTheMostUrgentAndTheOldestOfThese() {
        EscalationId low = escalated(room(), SupportLevel.T2, 5).id();
        EscalationId usual = escalated(room(), SupportLevel.T3, 3).id();
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        EscalationId later = escalated(room(), SupportLevel.T2, 3).id();
        EscalationId urgent = escalated(room(), SupportLevel.T2, 1).id();
        waddle.done(move(usual, EscalationStatus.ASSIGNED));
        waddle.done(move(urgent, EscalationStatus.CANCELLED));
        EscalationId now = escalated(room(), SupportLevel.T2, 1).id();
        for (int pageSize : new int[] {1, 2, 10}) {
            assertThat(queue(new Escalations.Filter(null, null, null), pageSize))
                    .containsExactly(now, usual, later, low);
            assertThat(queue(new Escalations.Filter(EscalationStatus.CREATED, null, null), pageSize))
                    .containsExactly(now, later, low);
            assertThat(queue(new Escalations.Filter(null, SupportLevel.T3, null), pageSize))
                    .containsExactly(usual);
            assertThat(queue(new Escalations.Filter(null, null, expert), pageSize))
                    .containsExactly(usual);
            assertThat(queue(new Escalations.Filter(null, null, member), pageSize))
                    .isEmpty();
            assertThat(queue(new Escalations.Filter(EscalationStatus.CANCELLED, SupportLevel.T2, null), pageSize))
                    .containsExactly(urgent);
        }
    }

    @Test
    void thePrioritySaysWhenItIsDueAndWhatIsOverIsNotOverdue() {
        Duration[] times = {
            Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7)
        };
        for (int priority = 1; priority <= times.length; priority++) {
            assertThat(escalated(room(), SupportLevel.T2, priority).dueAt())
                    .isEqualTo(waddle.shards.clock.instant().plus(times[priority - 1]));
        }
        Escalation escalation = escalated(room(), SupportLevel.T2, 1);
        long due = escalation.dueAt().toEpochMilli();
        assertThat(escalation.isOverdue(due)).isFalse();
        assertThat(escalation.isOverdue(due + 1)).isTrue();
        assertThat(waddle.done(move(escalation.id(), EscalationStatus.CANCELLED))
                        .isOverdue(due + 1))
                .isFalse();
    }

    @Test
    void everyStepStandsInTheAuditLogWithoutItsWords() {
        Escalation escalation = in(EscalationStatus.RESOLVED);
        waddle.done(move(escalated(room(), SupportLevel.T2, 3).id(), EscalationStatus.CANCELLED));
        for (AuditAction action : List.of(
                AuditAction.ESCALATION_CREATE,
                AuditAction.ESCALATION_ASSIGN,
                AuditAction.ESCALATION_START,
                AuditAction.ESCALATION_RESOLVE,
                AuditAction.ESCALATION_CANCEL)) {
            List<AuditEntry> log = waddle.shard.read(reader ->
                    reader.auditLog().page(null, action, Long.MAX_VALUE, 10).items());
            assertThat(log).as(action.code()).isNotEmpty().allMatch(entry -> entry.reason() == null);
            assertThat(log.getLast().resourceId() == escalation.id().value())
                    .as(action.code())
                    .isEqualTo(action != AuditAction.ESCALATION_CANCEL);
        }
    }

    @Test
    void theWordsGoWithWhoWroteThem() {
        Escalation escalation = in(EscalationStatus.RESOLVED);
        waddle.submit(new EraseMember(agent, ErasureMode.DELETE, 100));
        Escalation without = found(escalation.id());
        assertThat(without.reason()).isNull();
        assertThat(without.notes()).isEqualTo("Put out.");
        assertThat(recorded("It burns on.")).isZero();
        assertThat(recorded("Put out.")).isEqualTo(1);
        waddle.submit(new EraseMember(expert, ErasureMode.DELETE, 100));
        assertThat(found(escalation.id()).notes()).isNull();
        assertThat(recorded("Put out.")).isZero();
    }

    private Escalation found(EscalationId id) {
        return waddle.shard.read(reader -> reader.escalations().find(id).orElseThrow());
    }

    /// How many recorded commits have these words.
    private long recorded(String words) {
        return waddle.inFile(session ->
                session.number("SELECT count(*) FROM commits WHERE instr(CAST(body AS TEXT), '" + words + "') > 0"));
    }

    @Test
    void theQueueRunsAlongItsIndexes() {
        assertThat(Plans.of(waddle.shard, EscalationSql.class, "open"))
                .contains("escalations_queue ((priority,id)>")
                .doesNotContain("TEMP B-TREE");
        assertThat(Plans.of(waddle.shard, EscalationSql.class, "inStatus"))
                .contains("escalations_by_status (status=? AND (priority,id)>")
                .doesNotContain("TEMP B-TREE");
        assertThat(Plans.of(waddle.shard, EscalationSql.class, "isEscalated")).contains("escalations_open_by_room");
    }
}
