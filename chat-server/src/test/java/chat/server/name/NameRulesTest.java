package chat.server.name;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "SERVER",
                "System",
                "admin",
                "ADMıN",
                "ａｄｍｉｎ",
                "аdmin", // Cyrillic a
                "ɑdmin",
                "adm1n",
                "admln",
                "adrnin",
                "4dm1n",
                "5erver",
                "53rv3r",
                "s.e.r.v.e.r",
                "server_",
                "sérver",
                "r00t",
                "H0ST",
                "m0derator",
                "operat0r",
                "Administrat0r",
                "5y5t3m",
                "server1",
                "Operator_2",
                "operat0r7",
                "you",
                "All",
                "a1l",
                "me",
                "everyone",
                "unnаmed"
            })
    void shouldKeepReservedWordsAndWhatLooksLikeThem(String name) {
        assertThat(NameRules.isReserved(UserName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ali", "ali", "Al", "Ada", "Adam", "Meg", "Rosa", "Hosea", "admiral", "serverfault", "yo"})
    void shouldLeaveOtherNamesFree(String name) {
        assertThat(NameRules.isReserved(UserName.of(name))).isFalse();
    }
}
