package chat.waddle.server.http;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.Id;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ReportId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.ids.WaddleId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongFunction;

/// How ids and times look on the wire: decimal strings, and ISO-8601 in UTC with three digits of milliseconds.
final class WireTypes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Times outside have no form on the wire, and may not fit a count of milliseconds.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private WireTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("waddle");
        module.addSerializer(Id.class, new IdWriter());
        module.addSerializer(Instant.class, new InstantWriter());
        module.addDeserializer(Instant.class, new InstantReader());
        module.addDeserializer(Change.class, new ChangeReader());
        id(module, AttachmentId.class, AttachmentId::new);
        id(module, CategoryId.class, CategoryId::new);
        id(module, ChannelId.class, ChannelId::new);
        id(module, EscalationId.class, EscalationId::new);
        id(module, MessageId.class, MessageId::new);
        id(module, RobotId.class, RobotId::new);
        id(module, RobotInteractionId.class, RobotInteractionId::new);
        id(module, RoleId.class, RoleId::new);
        id(module, SessionId.class, SessionId::new);
        id(module, ReportId.class, ReportId::new);
        id(module, VoiceSessionId.class, VoiceSessionId::new);
        id(module, AutomodRuleId.class, AutomodRuleId::new);
        id(module, ThreadId.class, ThreadId::new);
        id(module, UserId.class, UserId::new);
        id(module, WaddleId.class, WaddleId::new);
        return module;
    }

    private static <T extends Id> void id(SimpleModule module, Class<T> type, LongFunction<T> make) {
        module.addDeserializer(type, new IdReader<>(type, make));
    }

    private static final class IdWriter extends JsonSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Long.toString(id.value()));
        }
    }

    private static final class IdReader<T extends Id> extends JsonDeserializer<T> {
        private final Class<T> type;
        private final LongFunction<T> make;

        IdReader(Class<T> type, LongFunction<T> make) {
            this.type = type;
            this.make = make;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = WireText.required(in, context, type);
            try {
                return make.apply(Ids.parse(text));
            } catch (NumberFormatException _) {
                throw context.weirdStringException(text, type, "an id is a decimal number as a string");
            }
        }
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(TIME.format(time));
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = WireText.required(in, context, Instant.class);
            try {
                Instant time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
                if (!time.isBefore(FIRST) && time.isBefore(END)) {
                    return time;
                }
                throw context.weirdStringException(text, Instant.class, "a time has a year of four digits");
            } catch (DateTimeException _) {
                throw context.weirdStringException(text, Instant.class, "a time is ISO-8601 with an offset");
            }
        }
    }
}
