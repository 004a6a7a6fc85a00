package chat.waddle.sqlite.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The commands of one commit as bytes: one line of header and one line of JSON for each, readable in any editor.
///
/// A header is `seq type version actor requestId`. Used by one writer; not thread-safe.
final class EncodedBatch {
    private final CommandTypes types;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    EncodedBatch(CommandTypes types) {
        this.types = types;
    }

    void add(long seq, Request request, Command<?> command) {
        CommandTypes.Type type = types.of(command);
        String header = seq + " " + type.name() + " " + type.version() + " " + request.actor() + " "
                + request.requestId() + "\n";
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(types.encode(command));
        bytes.write('\n');
    }

    byte[] take() {
        byte[] body = bytes.toByteArray();
        bytes.reset();
        return body;
    }

    void clear() {
        bytes.reset();
    }

    static List<RecordedCommand> decode(CommandTypes types, long timeMillis, byte[] body) {
        List<RecordedCommand> commands = new ArrayList<>();
        int position = 0;
        while (position < body.length) {
            int headerEnd = lineEnd(body, position);
            int jsonEnd = lineEnd(body, headerEnd + 1);
            String[] header =
                    new String(body, position, headerEnd - position, StandardCharsets.US_ASCII).split(" ", -1);
            Command<?> command =
                    types.decode(header[1], Integer.parseInt(header[2]), body, headerEnd + 1, jsonEnd - headerEnd - 1);
            Request request = new Request(Long.parseLong(header[3]), Long.parseLong(header[4]));
            commands.add(new RecordedCommand(Long.parseLong(header[0]), timeMillis, request, command));
            position = jsonEnd + 1;
        }
        return commands;
    }

    private static int lineEnd(byte[] body, int from) {
        int end = from;
        while (body[end] != '\n') {
            end++;
        }
        return end;
    }
}
