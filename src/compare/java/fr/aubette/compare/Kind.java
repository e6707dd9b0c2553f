package fr.aubette.compare;

/** What a column holds, for those who must be told. */
enum Kind {
    NAME,
    ADDRESS,
    DATE,
    CODE,
    AREA,
    LITTLE;

    static Kind of(String column) {
        return switch (column) {
            case "given_name", "surname", "last_name", "first_name", "birth_name" -> NAME;
            case "address_1", "address_2", "address" -> ADDRESS;
            case "date_of_birth", "birth_date" -> DATE;
            case "soc_sec_id", "phone", "mobile", "landline", "email" -> CODE;
            case "suburb", "postcode", "city" -> AREA;
            default -> LITTLE;
        };
    }
}
