package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Delegations;
import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Why a decision was taken, as agents read it. */
class RuleWordsTest {

    private final Words words = words();

    private static Words words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Catalogue catalogue = new ConfigurationFolder(Path.of("config")).catalogue();
        return new Words(
                catalogue,
                Delegations.NONE,
                messages,
                new DeskSettings(ZoneId.of("Europe/Paris"), 50),
                Clock.systemUTC());
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "fr, words-APA, \"Mots du motif « Allocation personnalisée d'autonomie (APA) »\"",
                "fr, lane-enfant-blessure, Signes d’un danger : enfant + blessure",
                "en, lane-enfant-blessure, Signs of danger: enfant + blessure"
            })
    void nameWhatTheRulesAreAbout(String language, String rule, String expected) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(words.rule(rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words-ROUTES",
                "lane-menace",
                "ranking",
                "not-sure",
                "embedding",
                "embedding-missing",
                "letter-not-read",
                "separator-service",
                "dialled-number",
                "queue",
                "call",
                "no-open-ticket",
                "ticket-number",
                "in-reply-to",
                "case-file",
                "same-citizen-and-motive",
                "same-phone",
                "same-mail",
                "no-known-key",
                "nothing-known",
                "household",
                "motive-directorate",
                "partner",
                "protected-not-spread",
                "sector",
                "sector-unknown",
                "answer-both",
                "answer-for",
                "suppressed"
            })
    void areNoCodesInEitherLanguage(String rule) {
        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            LocaleContextHolder.setLocale(language);

            assertThat(words.rule(rule)).isNotEqualTo(rule).isNotBlank();
        }
    }
}
