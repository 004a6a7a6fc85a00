package chat.waddle.server.drill;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardPath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// An account that owns some waddles with one channel each, made through the published interface.
record DrillCommunity(String email, List<Place> places) {
    static final String PASSWORD = "Correct-horse-7";

    /// One channel of a waddle.
    ///
    /// @param shard the id of its file
    record Place(String waddle, String channel, String shard) {
        String path() {
            return "/waddles/" + waddle;
        }

        String messages() {
            return path() + "/channels/" + channel + "/messages";
        }

        Path file(Path data) {
            return data.resolve(ShardPath.of(new ShardId(shard)));
        }
    }

    static DrillCommunity make(ServerProcess server, Path data, int waddles) throws IOException, SQLException {
        String email = "drill@example.org";
        try (WireClient client = server.client()) {
            String account =
                    "{\"email\": \"%s\", \"username\": \"drill\", \"password\": \"%s\", \"displayName\": \"D\"}"
                            .formatted(email, PASSWORD);
            client.as(client.post("/auth/register", account).expect(201).text("accessToken"));
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < waddles; i++) {
                places.add(place(client, data, "drill-" + i));
            }
            return new DrillCommunity(email, places);
        }
    }

    private static Place place(WireClient client, Path data, String name) throws IOException, SQLException {
        String waddle = client.post("/waddles", "{\"name\": \"" + name + "\", \"isPublic\": false}")
                .expect(201)
                .text("id");
        String channel = client.post("/waddles/" + waddle + "/channels", "{\"name\": \"talk\"}")
                .expect(201)
                .text("id");
        return new Place(waddle, channel, shard(data, waddle));
    }

    /// Asks the directory's file while the server has it open: whoever closes a file last folds its log in.
    static String shard(Path data, String waddle) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("directory.sqlite"));
                var select = connection.prepareStatement("SELECT shard_id FROM waddles WHERE id = ?")) {
            select.setLong(1, Long.parseLong(waddle));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// A token of the owner.
    String signIn(ServerProcess server) throws IOException {
        try (WireClient client = server.client()) {
            return client.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
                    .expect(200)
                    .text("accessToken");
        }
    }
}
