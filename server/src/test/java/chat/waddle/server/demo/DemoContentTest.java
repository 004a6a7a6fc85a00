package chat.waddle.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Application;
import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.config.SettingsFile;
import chat.waddle.server.control.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The demo fills its folder once and answers.
@Timeout(180)
class DemoContentTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemoIsFilledOnceAndAnswersWhatClientsAsk() throws IOException, InterruptedException {
        DemoAccess first = prepare();
        assertThat(first.messages()).isEqualTo(16_256);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo.json"))))
                .isEqualTo("rw-------");
        assertThat(new DemoFile(folder).ready()).contains(first);
        assertThat(prepare()).as("a second start changes nothing").isEqualTo(first);
        try (WaddleServer server = WaddleServer.open(config(), (_, _, _) -> 0)) {
            new WarmUp(server.uri(), first).run();
        }
    }

    @Test
    void aFillingThatBrokeOffGoesOn() throws IOException {
        DemoAccess begun =
                new DemoAccess("demo@example.org", "demo", "Demo1-begun", null, DemoContent.WADDLE, "ubuntu", 0);
        new DemoFile(folder).write(begun);
        assertThat(new DemoFile(folder).ready()).isEmpty();
        DemoAccess ready = prepare();
        assertThat(ready.password()).isEqualTo("Demo1-begun");
        assertThat(ready.token()).isNotNull();
    }

    private DemoAccess prepare() throws IOException {
        try (Application application = Application.open(config())) {
            return new DemoContent(application).prepare(ProgressSink.NONE);
        }
    }

    private ServerConfig config() {
        ServerOptions options = new ServerOptions();
        new CommandLine(options).parseArgs("--data", folder.toString(), "--port", "0", "--rate-limits", "off");
        return options.config(new LayeredDefaults(Map.of(), SettingsFile.read(folder, LayeredDefaults.options())));
    }
}
