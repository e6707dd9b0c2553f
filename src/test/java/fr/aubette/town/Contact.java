package fr.aubette.town;

/**
 * What somebody says of who it is, and who it is in truth.
 *
 * @param resolvable whether what is known suffices: a whole name and something else of a person of the register's that
 *     together are nobody else's
 */
record Contact(
        String id,
        String at,
        String channel,
        String phone,
        String mail,
        String name,
        String last,
        String first,
        String birth,
        String address,
        String postcode,
        String town,
        Person who,
        boolean resolvable) {}
