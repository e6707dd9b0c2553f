package fr.aubette.identify.find;

import fr.aubette.identify.match.Mailbox;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every way to write who somebody is, each behind a letter that tells its kind, so that whatever is typed so far is the
 * beginning of one of them.
 */
public final class WrittenForms {

    static final String NAME = "n:";
    static final String SOUND = "s:";
    static final String PHONE = "t:";
    static final String MAIL = "m:";
    static final String BIRTH = "d:";

    static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("ddMMyyyy");

    /** Somebody with a dozen names is still found by the first of them. */
    private static final int MOST = 40;

    private WrittenForms() {}

    /** Of a citizen. */
    public static Set<String> of(Profile profile) {
        Set<String> forms = new LinkedHashSet<>();
        profile.phones().forEach(phone -> forms.add(ofPhone(phone)));
        profile.mails().stream().map(Mailbox::address).forEach(mail -> forms.add(ofMail(mail)));
        for (Surname surname : profile.surnames()) {
            surname(forms, surname, profile.firsts());
            profile.birth().map(WrittenForms::ofBirth).ifPresent(day -> {
                forms.add(day + " " + surname.joined());
                forms.add(day + " " + surname.core());
            });
        }
        if (profile.surnames().isEmpty()) {
            profile.firsts().forEach(first -> forms.add(NAME + first.joined()));
            profile.birth().map(WrittenForms::ofBirth).ifPresent(forms::add);
        }
        return forms.size() <= MOST
                ? forms
                : new LinkedHashSet<>(List.copyOf(forms).subList(0, MOST));
    }

    /** Of a number in E.164 form, written as in France. */
    public static String ofPhone(String phone) {
        return PHONE + (phone.startsWith("+33") ? "0" + phone.substring(3) : phone.substring(1));
    }

    /** Of a mail address in lower case. */
    public static String ofMail(String mail) {
        return MAIL + mail;
    }

    private static String ofBirth(LocalDate day) {
        return BIRTH + DAY_FIRST.format(day);
    }

    private static void surname(Set<String> forms, Surname surname, List<FirstName> firsts) {
        if (firsts.isEmpty()) {
            forms.add(NAME + surname.joined());
            forms.add(SOUND + surname.sound() + " ");
        }
        for (FirstName first : firsts) {
            both(forms, surname.joined(), first.joined());
            forms.add(SOUND + surname.sound() + " " + first.joined());
            if (!surname.core().equals(surname.joined()) && !surname.isDouble()) {
                both(forms, surname.core(), first.joined());
            }
            if (first.parts().size() > 1) {
                both(forms, surname.joined(), first.parts().get(0));
            }
            for (String part : surname.isDouble() ? surname.parts() : List.<String>of()) {
                both(forms, part, first.joined());
            }
        }
    }

    private static void both(Set<String> forms, String last, String first) {
        forms.add(NAME + last + " " + first);
        forms.add(NAME + first + " " + last);
    }
}
