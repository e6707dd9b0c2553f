package fr.aubette.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.CitizenId;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.CallFormRows.FileHolder;
import fr.aubette.switchboard.QuotedInForm.Quoted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuotedInFormTest {

    private static final FileHolder ODETTE = holder("Odette", "Vernoux", "AUTONOMIE");
    private static final FileHolder RENE = holder("René", "Vernoux", "AUTONOMIE");

    private static FileHolder holder(String first, String last, String directorate) {
        UUID id = UUID.randomUUID();
        return new FileHolder(new CitizenId(id), id, last, first, directorate);
    }

    private static Said said(String note) {
        return new Said("", note, "", "APA-2024-000777", false);
    }

    private static Quoted quoted(String note, List<FileHolder> holders, Set<UUID> calling) {
        return Quoted.of(said(note), QuotedInForm.numbers(said(note)), holders, calling);
    }

    @Test
    void readsTheFieldThenTheNoteEachNumberOnce() {
        Said said = new Said("", "dossier APA-2024-000777 et RSA-2023-001234", "", " apa 2024/000777 ", false);

        assertThat(QuotedInForm.numbers(said)).containsExactly("APA2024000777", "RSA2023001234");
    }

    @Test
    void namesNobodyByANumberAlone() {
        Quoted quoted = quoted("Où en est-on ?", List.of(ODETTE), Set.of());

        assertThat(quoted.holder()).isEmpty();
        assertThat(quoted.directorate()).contains("AUTONOMIE");
    }

    @Test
    void isTheOneOfACoupleWhomTheNoteNames() {
        Quoted quoted = quoted("M. Rene VERNOUX demande une copie", List.of(ODETTE, RENE), Set.of());

        assertThat(quoted.holder()).contains(RENE);
        assertThat(quoted.chosen()).isFalse();
    }

    @Test
    void isTheHoldersWhoseTelephoneCalled() {
        Quoted quoted = quoted("", List.of(ODETTE, RENE), Set.of(ODETTE.person(), UUID.randomUUID()));

        assertThat(quoted.holder()).contains(ODETTE);
        assertThat(quoted.chosen()).isTrue();
    }

    @Test
    void isNobodysWhenTwoHoldersShareTheTelephone() {
        Quoted quoted = quoted("", List.of(ODETTE, RENE), Set.of(ODETTE.person(), RENE.person()));

        assertThat(quoted.holder()).isEmpty();
    }

    @Test
    void goesNowhereWhenTwoDirectoratesHaveTheNumber() {
        Quoted quoted = quoted("", List.of(ODETTE, holder("Odette", "Vernoux", "INSERTION")), Set.of());

        assertThat(quoted.directorate()).isEmpty();
    }
}
