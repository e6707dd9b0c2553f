package fr.aubette.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an agent can do with a ticket, with the word of its address in the console; the API uses the English code. */
public enum Verb {
    TAKE("prendre"),
    RELEASE("rendre"),
    NOTE("noter"),
    REASSIGN("reorienter"),
    QUALIFY("qualifier"),
    COMPLETE("completer"),
    ANSWERED_TO("repondu"),
    FALSE_ALARM("fausse-alerte"),
    SEPARATE("separer"),
    LINK("rattacher"),
    PART("detacher"),
    SETTLE("regler"),
    CLOSE("clore"),
    REOPEN("rouvrir");

    private final String word;

    Verb(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verb> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static Optional<Verb> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
