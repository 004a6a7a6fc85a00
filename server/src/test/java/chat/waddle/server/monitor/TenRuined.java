package chat.waddle.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.cli.ops.DoctorCommand;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Many shards in a new folder, ten of them ruined in ten ways: exactly those must not serve, and must be named.
final class TenRuined {
    private final Path folder;

    TenRuined(Path folder) {
        this.folder = folder;
    }

    void of(int count) throws IOException {
        try (CommunityServer server = new CommunityServer(folder.resolve("data"))) {
            Person operator = server.operator("operator");
            List<Person> owners = new ArrayList<>();
            List<String> waddles = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (i % 20 == 0) {
                    owners.add(server.person("owner" + i));
                }
                waddles.add(server.waddle(owners.getLast(), "waddle" + i, true));
            }
            Map<Damage, String> ruined = ruin(server, owners, waddles);
            List<String> refused = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Answer answer = server.get(owners.get(i / 20), "/waddles/" + waddles.get(i) + "/channels");
                assertThat(answer.status()).as(waddles.get(i)).isIn(200, 503);
                if (answer.status() == 503) {
                    refused.add(waddles.get(i));
                }
            }
            assertThat(refused).as("%s", ruined).containsExactlyInAnyOrderElementsOf(ruined.values());
            server.application().monitoring().monitor().tick();
            assertNamed(server, operator, ruined);
        }
    }

    private static void assertNamed(CommunityServer server, Person operator, Map<Damage, String> ruined) {
        Answer listed = server.get(operator, "/admin/shards?state=quarantined").expect(200);
        List<String> named = listed.body()
                .path("items")
                .valueStream()
                .map(shard -> shard.path("waddleId").asText())
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(ruined.values());
        StringWriter told = new StringWriter();
        CommandOutput output = new CommandOutput(new PrintWriter(told), new PrintWriter(told), ProgressSink.NONE);
        int exit = new DoctorCommand().run(new OperationContext(server.application(), output, Path.of("")));
        assertThat(exit).isEqualTo(1);
        TreeSet<String> bad = new TreeSet<>();
        told.toString()
                .lines()
                .filter(line -> line.startsWith("bad     shard "))
                .map(line -> line.replaceFirst(".* of waddle (\\d+).*", "$1"))
                .forEach(bad::add);
        assertThat(bad).as(told.toString()).containsExactlyInAnyOrderElementsOf(ruined.values());
    }

    private Map<Damage, String> ruin(CommunityServer server, List<Person> owners, List<String> waddles)
            throws IOException {
        String donor = waddles.getLast();
        Path foreignWal = folder.resolve("foreign-wal");
        writeChannels(server, owners.getLast(), donor, "last");
        Path donorFile = file(server, donor);
        Files.copy(donorFile.resolveSibling(donorFile.getFileName() + "-wal"), foreignWal);
        Map<Damage, String> ruined = new EnumMap<>(Damage.class);
        int step = waddles.size() / 11;
        int next = 0;
        for (Damage damage : Damage.values()) {
            String waddle = waddles.get(next);
            Person owner = owners.get(next / 20);
            next += step;
            putAway(server, waddle);
            Path earlier = folder.resolve("earlier-" + damage);
            Files.copy(file(server, waddle), earlier);
            writeChannels(server, owner, waddle, "more");
            server.application().monitoring().monitor().tick();
            putAway(server, waddle);
            putAway(server, donor);
            damage.ruin(file(server, waddle), new Damage.Others(donorFile, foreignWal, earlier));
            ruined.put(damage, waddle);
        }
        return ruined;
    }

    private static void writeChannels(CommunityServer server, Person owner, String waddle, String name) {
        server.post(owner, "/waddles/" + waddle + "/channels", "{\"name\": \"" + name + "\"}")
                .expect(201);
    }

    private static void putAway(CommunityServer server, String waddle) {
        server.application().stores().shards().putAway(id(waddle));
    }

    private static Path file(CommunityServer server, String waddle) {
        ShardRecord shard = server.application()
                .stores()
                .directory()
                .shards()
                .ofWaddle(id(waddle))
                .getFirst();
        return server.application().dataDirectory().resolve(ShardPath.of(shard.shard()));
    }

    private static WaddleId id(String waddle) {
        return new WaddleId(Long.parseLong(waddle));
    }
}
