package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResumeKeyTest {
    @Test
    void shouldPresentTheSameSecretWithANumberThatGrows() {
        ResumeKey key = new ResumeKey();
        String first = key.command();
        assertThat(first).matches("/resume [0-9a-f]{32} 1");
        assertThat(key.command()).isEqualTo(first.replaceFirst(" 1$", " 2"));
    }

    @Test
    void shouldNotBeTheSameTwice() {
        assertThat(new ResumeKey().command()).isNotEqualTo(new ResumeKey().command());
    }
}
