package fr.aubette.typed;

/** What can be wrong with bytes that should hold what somebody typed, told in both languages of the pages. */
public enum Fault {
    EMPTY(400, "L'envoi est vide.", "The request is empty."),
    NOT_JSON(400, "Le contenu n'est pas du JSON valide (RFC 8259).", "The content is not valid JSON (RFC 8259)."),
    NOT_AN_OBJECT(400, "Le contenu doit être un objet JSON.", "The content must be a JSON object."),
    TOO_DEEP(400, "Le contenu est imbriqué trop profondément.", "The content is nested too deeply."),
    NOT_UTF8(400, "Le texte n'est pas de l'UTF-8 valide.", "The text is not valid UTF-8."),
    DUPLICATE(400, "Un champ est donné deux fois.", "A field is given twice."),
    TOO_MANY_FIELDS(400, "Il y a trop de champs.", "There are too many fields."),
    PERCENT(400, "Un code « % » de l'envoi est incomplet.", "A percent code of the request is broken."),
    NOT_MULTIPART(400, "L'envoi en plusieurs parties est mal formé.", "The multipart request is malformed."),
    FILE_UNREADABLE(400, "Une pièce jointe n'est pas lisible (base64).", "An attachment cannot be read (base64)."),
    TOO_MANY_FILES(400, "Il y a trop de pièces jointes.", "There are too many attachments."),
    FILE_TOO_LARGE(413, "Une pièce jointe est trop lourde.", "An attachment is too large."),
    TOO_LARGE(413, "L'envoi est trop lourd.", "The request is too large."),
    MEDIA_TYPE(
            415,
            "Ce type de contenu n'est pas accepté : envoyez du JSON ou un formulaire HTML.",
            "This media type is not accepted: send JSON or an HTML form."),
    WRONG_TYPE(422, "Ce champ doit être un texte.", "This field must be a text."),
    CHARACTER(422, "Ce champ contient un caractère interdit.", "This field holds a forbidden character."),
    TOO_LONG(422, "Ce champ est trop long.", "This field is too long.");

    private final int status;
    private final String french;
    private final String english;

    Fault(int status, String french, String english) {
        this.status = status;
        this.french = french;
        this.english = english;
    }

    /** The HTTP status that says it. */
    public int status() {
        return status;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
