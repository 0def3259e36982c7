package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordsTest {
    @Test
    void shouldReadTheNameThatWasAccepted() {
        assertThat(PlainWords.accepted("Name accepted: you are Ann. Type something."))
                .hasValueSatisfying(name -> assertThat(name).hasToString("Ann"));
        assertThat(PlainWords.accepted("ann: Name accepted: you are eve. Haha."))
                .isEmpty();
        assertThat(PlainWords.accepted("Name accepted: you are a:b. Haha.")).isEmpty();
    }

    /** Its server may run on a newer Java: U+0378 stands for a letter that this one does not know. */
    @Test
    void shouldReadNamesWithLettersThatAreNewerThanThisProgram() {
        assertThat(PlainWords.accepted("Name accepted: you are a\u0378. Type something."))
                .hasValueSatisfying(name -> assertThat(name).hasToString("a\u0378"));
    }
}
