package fr.aubette.ami;

/** Numbers as exchanges write them. */
final class Numbers {

    private Numbers() {}

    /** One number, one writing: the operator gives {@code +33147293000} and {@code 0147293000} for the same line. */
    static String national(String number) {
        String bare = number.replaceAll("[ .\\-]", "");
        return bare.matches("(\\+|00)33[1-9]\\d{8}") ? "0" + bare.substring(bare.length() - 9) : number;
    }
}
