package fr.aubette.referent;

import fr.aubette.access.Accounts.Account;
import fr.aubette.identify.name.Letters;
import fr.aubette.referent.ReferentSettings.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which account a referent is, as the software writes her. Two whom it could be are nobody. */
record ReferentNames(List<Known> known) {

    private static final Set<String> TITLES = Set.of("m", "mr", "mme", "mlle", "dr", "madame", "monsieur");

    Optional<Account> find(String written, List<Account> accounts) {
        List<Account> fitting = accounts.stream()
                .filter(Account::enabled)
                .filter(each -> isWritten(each, written))
                .limit(2)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private boolean isWritten(Account account, String written) {
        Set<String> words = words(written);
        boolean told = known.stream()
                .filter(each -> each.login().equals(account.login()))
                .flatMap(each -> each.written().stream())
                .anyMatch(form -> words(form).equals(words));
        return !words.isEmpty()
                && (told
                        || account.login().equals(written.strip().toLowerCase(Locale.ROOT))
                        || words(account.displayName()).equals(words));
    }

    /** In any order, without accents and titles: "FERHAT-PETIT Nadia" is "Mme Nadia Ferhat Petit". */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Letters.words(Letters.fold(text)));
        words.removeAll(TITLES);
        return words;
    }
}
