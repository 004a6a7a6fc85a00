package chat.waddle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.store.Origin;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    @Test
    void everythingIsThereAfterARestart() {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            SignedIn ada = fixture.member("ada");
            fixture.waddle("penguins", ada.account().id());
            assertThat(fixture.directory().engine().check(List.of()).findings()).isEmpty();

            Directory again = fixture.reopen();

            assertThat(again.authentication().authenticate(ada.tokens().accessToken()))
                    .isPresent();
            assertThat(again.catalogue().route("penguins").orElseThrow().serving())
                    .isTrue();
            assertThat(again.engine().check(List.of()).findings()).isEmpty();
        }
    }

    @Test
    void aStartThatWasKilledHalfWayIsBegunAnew() throws IOException {
        Files.writeString(folder.resolve("directory.sqlite.new"), "half a file");
        Files.writeString(folder.resolve("directory.sqlite.new-wal"), "half a log");

        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            assertThat(fixture.member("ada").account().username()).isEqualTo("ada");
        }
        assertThat(folder.resolve("directory.sqlite.new")).doesNotExist();
    }

    @Test
    void aFileThatIsNoDirectoryIsRefused() throws IOException {
        Files.writeString(folder.resolve("directory.sqlite"), "not a database at all, but long enough to be read");

        assertThatThrownBy(() -> new DirectoryFixture(folder)).isInstanceOf(StorageException.class);
    }

    @Test
    void aFullDirectoryRefusesNewAccountsAndStillLetsPeopleOut() {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            fixture.directory().close();
            DirectoryConfig standard =
                    DirectoryFixture.config(folder.resolve("small.sqlite"), new Argon2Cost(64, 1, 1));
            DirectoryConfig small = new DirectoryConfig(
                    standard.file(),
                    new FileOptions(1 << 19, 60_000, 100, Duration.ofSeconds(5), 0),
                    standard.lifetimes(),
                    standard.passwordCost(),
                    standard.hashesAtOnce(),
                    standard.hashesWaiting(),
                    standard.waddleLimits(),
                    0);
            try (Directory directory = Directory.open(small, fixture.threads(), fixture.clock(), EngineListener.NONE)) {
                List<SignedIn> registered = new ArrayList<>();
                StorageException full = fill(directory, registered);

                assertThat(full.kind()).isEqualTo(StorageException.Kind.LIMIT_REACHED);
                assertThat(registered).hasSizeGreaterThan(10);
                SignedIn last = registered.getLast();
                assertThat(directory.authentication().authenticate(last.tokens().accessToken()))
                        .isPresent();
                assertThat(directory.profiles().account(last.account().id())).contains(last.account());
                directory.sessions().logout(last.account().id(), last.session(), SYSTEM);
                assertThat(directory.authentication().authenticate(last.tokens().accessToken()))
                        .isEmpty();
                assertThat(directory.engine().check(List.of()).findings()).isEmpty();
            }
            fixture.reopen();
        }
    }

    private static StorageException fill(Directory directory, List<SignedIn> registered) {
        @Nullable StorageException full = null;
        for (int i = 0; full == null && i < 10_000; i++) {
            try {
                registered.add(DirectoryFixture.register(directory, "user" + i));
            } catch (StorageException e) {
                full = e;
            }
        }
        if (full == null) {
            throw new AssertionError("the file never got full");
        }
        return full;
    }
}
