package chat.waddle.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressPseudonymsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void addressesOfOneNetworkHaveOneNameAndOthersAnother() {
        AddressPseudonyms names = AddressPseudonyms.keptIn(folder);
        assertThat(names.of("192.0.2.1")).matches("[0-9a-f]{32}").isEqualTo(names.of("192.0.2.250"));
        assertThat(names.of("192.0.3.1")).isNotEqualTo(names.of("192.0.2.1"));
        assertThat(names.of("2001:db8:1::1")).isEqualTo(names.of("2001:db8:1:ffff::2"));
        assertThat(names.of("2001:db8:2::1")).isNotEqualTo(names.of("2001:db8:1::1"));
        assertThat(names.of("no address")).matches("[0-9a-f]{32}").isNotEqualTo(names.of("192.0.2.1"));
    }

    @Test
    void theNamesStayTheSameAfterARestart() {
        String before = AddressPseudonyms.keptIn(folder).of("192.0.2.1");
        assertThat(AddressPseudonyms.keptIn(folder).of("192.0.2.1")).isEqualTo(before);
    }

    @Test
    void anotherServerHasOtherNamesAndOnlyTheOwnerReadsTheKey(@TempDir Path other) throws Exception {
        String here = AddressPseudonyms.keptIn(folder).of("192.0.2.1");
        assertThat(AddressPseudonyms.keptIn(other).of("192.0.2.1")).isNotEqualTo(here);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pseudonym.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyIsRefused() throws Exception {
        Files.write(folder.resolve("pseudonym.key"), new byte[5]);
        assertThatThrownBy(() -> AddressPseudonyms.keptIn(folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
