package chat.waddle.server.imports;

import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.server.Application;
import chat.waddle.server.Stores;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.config.SettingsFile;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.irc.IrcLogFolder;
import chat.waddle.shard.Shard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/// A real application on a folder, with a folder of logs beside it.
final class ImportFixture implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path logs;
    final Application application;

    ImportFixture(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        logs = Files.createDirectories(folder.resolve("logs"));
        ServerOptions options = new ServerOptions();
        new CommandLine(options).parseArgs("--data", data.toString(), "--port", "0");
        application = Application.open(
                options.config(new LayeredDefaults(Map.of(), SettingsFile.read(data, LayeredDefaults.options()))));
    }

    void log(String key, String lines, String links) throws IOException {
        Files.writeString(logs.resolve(key + ".raw.txt"), lines);
        Files.writeString(logs.resolve(key + ".annotation.txt"), links);
    }

    static WantedPlace wanted(String channel) {
        return new WantedPlace("pond", "The pond", channel, Optional.empty(), true);
    }

    Placement find(WantedPlace wanted) {
        Stores stores = application.stores();
        return new ImportPlaces(
                        stores.directory(),
                        stores.shards(),
                        application.waddles().founding())
                .find(wanted);
    }

    ImportPlace place(String channel) {
        return find(wanted(channel)) instanceof Placement.Ready(ImportPlace place) ? place : refused();
    }

    private static ImportPlace refused() {
        throw new AssertionError("the place was refused");
    }

    ImportSummary run(ImportPlace place) throws IOException {
        return run(place, ProgressSink.NONE);
    }

    ImportSummary run(ImportPlace place, ProgressSink progress) throws IOException {
        return new IrcImport(application.stores().directory(), shards())
                .run(IrcLogFolder.open(logs).logs(), place, progress);
    }

    private chat.waddle.shard.ShardStore shards() {
        return application.stores().shards();
    }

    Shard shard(ImportPlace place) {
        return shards().shard(place.waddle());
    }

    /// Every message of the channel as a client sees it, from oldest to newest.
    List<JsonNode> messages(ImportPlace place) throws IOException {
        Shard shard = shard(place);
        int channel =
                Objects.requireNonNull(shard.channels().byId(place.channel())).num();
        List<JsonNode> messages = new ArrayList<>();
        long after = Long.MIN_VALUE + 1;
        while (after != EncodedPage.NONE) {
            long from = after;
            EncodedPage page = shard.read(
                    reader -> reader.history().after(new History.Of.OfChannel(channel), from, History.PAGE_LIMIT));
            for (byte[] row : page.rows()) {
                messages.add(MAPPER.readTree(new String(row, StandardCharsets.UTF_8)));
            }
            after = page.after();
        }
        return messages;
    }

    String authorOf(JsonNode message) {
        chat.waddle.ids.UserId user =
                new chat.waddle.ids.UserId(message.get("authorId").asLong());
        return application
                .stores()
                .directory()
                .profiles()
                .profile(user)
                .orElseThrow()
                .displayName();
    }

    @Override
    public void close() {
        application.close();
    }
}
