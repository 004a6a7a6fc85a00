package chat.waddle.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTextTest {
    @Test
    void accountsRolesAndEveryoneAreFoundOnceEach() {
        assertThat(MentionText.read("<@12> hi <@&7>, <@-3><@12> and @everyone! <@9223372036854775807>"))
                .isEqualTo(new Mentions(true, List.of(12L, 9_223_372_036_854_775_807L), List.of(7L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "a@b.example",
                "<@>",
                "<@&>",
                "<@12",
                "<@1 2>",
                "<@x>",
                "<@99999999999999999999>",
                "<@9999999999999999999>",
                "mail@everyone",
                "@everyones",
                "@everyone_else",
                "@Everyone",
                "`<@12>`",
                "``@everyone ` <@12>``",
                "```\n<@12> @everyone\n```",
                "@",
                "<",
                "<@"
            })
    void anythingElseIsText(String text) {
        assertThat(MentionText.read(text)).isEqualTo(Mentions.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "` @everyone",
                "`a``@everyone`` b ` (@everyone)",
                "`code` @everyone",
                "é @everyone.",
                "```` @everyone ```"
            })
    void codeEndsWhereItsBackticksDo(String text) {
        assertThat(MentionText.read(text).everyone()).isTrue();
    }

    @Test
    void oneMessageCallsFiftyAtMost() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 100)
                .forEach(i ->
                        text.append("<@").append(i).append("><@&").append(i).append('>'));
        Mentions mentions = MentionText.read(text.toString());

        assertThat(mentions.users().size() + mentions.roles().size()).isEqualTo(MentionText.LIMIT);
        assertThat(mentions.users()).contains(0L).doesNotContain(99L);
    }
}
