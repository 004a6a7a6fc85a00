package chat.waddle.sqlite.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The commands a kind of file understands, each with a number and a name that never change, and their encoding.
///
/// Immutable once built; thread-safe.
public final class CommandTypes {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Map<Class<?>, Type> byClass;
    private final Map<String, Type> byName;

    /// One kind of command.
    ///
    /// @param number stands in the journal
    /// @param name stands in the encoded command
    public record Type(int number, String name, int version, ObjectWriter writer, ObjectReader reader) {}

    private CommandTypes(Map<Class<?>, Type> byClass, Map<String, Type> byName) {
        this.byClass = Map.copyOf(byClass);
        this.byName = Map.copyOf(byName);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Type of(Command<?> command) {
        Type type = byClass.get(command.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not a registered command: " + command.getClass());
        }
        return type;
    }

    public String nameOf(int number) {
        return byName.values().stream()
                .filter(type -> type.number() == number)
                .findFirst()
                .map(Type::name)
                .orElse("type_" + number);
    }

    byte[] encode(Command<?> command) {
        try {
            return of(command).writer().writeValueAsBytes(command);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot encode " + command.getClass().getSimpleName(), e);
        }
    }

    Command<?> decode(String name, int version, byte[] json, int offset, int length) {
        Type type = byName.get(name);
        if (type == null || type.version() < version) {
            throw new IllegalArgumentException("no command " + name + " version " + version + " in this program");
        }
        try {
            return type.reader().readValue(json, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot decode " + name, e);
        }
    }

    /// Collects the types; refuses a number or name used twice.
    public static final class Builder {
        private final Map<Class<?>, Type> byClass = new HashMap<>();
        private final Map<String, Type> byName = new HashMap<>();

        public Builder add(int number, String name, Class<? extends Command<?>> command) {
            return add(number, name, 1, command);
        }

        public Builder add(int number, String name, int version, Class<? extends Command<?>> command) {
            Type type = new Type(number, name, version, MAPPER.writerFor(command), MAPPER.readerFor(command));
            boolean numberTaken = byName.values().stream().anyMatch(other -> other.number() == number);
            if (numberTaken || byName.putIfAbsent(name, type) != null || byClass.putIfAbsent(command, type) != null) {
                throw new IllegalArgumentException("command " + number + " " + name + " is registered twice");
            }
            return this;
        }

        public CommandTypes build() {
            return new CommandTypes(byClass, byName);
        }
    }
}
