package chat.waddle.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "_x", "a.b-c_d", "waddles/7f/k3/2026-01.sqlite.zst", "a..b", "con"})
    void aPlainNameIsAKey(String text) {
        assertThat(new ObjectKey(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/..",
                ".hidden",
                "a/.b",
                "-a",
                "A",
                "a b",
                "a\\b",
                "a\u0000b",
                "a+b",
                "ä",
                "a\n",
                "a:b",
                "%2e%2e/a",
                "~"
            })
    void anythingThatCouldLeaveTheStoreOrHideIsNoKey(String text) {
        assertThatThrownBy(() -> new ObjectKey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthsAreBounded() {
        assertThat(new ObjectKey("a".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new ObjectKey("a".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectKey("a/".repeat(256) + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listQueriesAreBoundedToo() {
        assertThat(ListQuery.first("", 1_000).after()).isEmpty();
        assertThatThrownBy(() -> ListQuery.first("", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListQuery.first("", 1_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListQuery.first("A", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
