package fr.aubette.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFileNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "'Mon dossier APA-2023-004518 est bloqué', APA-2023-004518",
        "'n° dossier APA 2024/7781', APA 2024/7781",
        "'agrément AGR/2020/1187.', AGR/2020/1187",
        "'dossier FSL n°26-0417, dsl', FSL n°26-0417",
        "'Dossier sinistre SIN-26-0311', SIN-26-0311",
        "'elle rate la rentrée !!! dossier TSH-2231', TSH-2231",
        "'Merci de vérifier. Dossier 96-090-112. Maxime', 96-090-112",
        "'Numéro de dossier : ASH-2016-00752', ASH-2016-00752",
        "'dossier n° 2024/7781', 2024/7781"
    })
    void findsANumberAsItIsWritten(String text, String number) {
        assertThat(CaseFileNumbers.in(text)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La LOI 2005-102 du 11 février",
                "règlement UE 2016/679",
                "COLLEGE FERME EN 2024-2025",
                "mon dossier du 12/03/2025",
                "dossier AUB-2026-000123-H",
                "mon dossier est complet depuis 2024",
                "appelez le 06 39 98 10 11",
                "nid-de-poule RD 12 au PK 14+200"
            })
    void leavesOutWhatOnlyLooksLikeOne(String text) {
        assertThat(CaseFileNumbers.in(text)).isEmpty();
    }
}
