package fr.aubette.cli;

import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.ldap.LdapReader;
import fr.aubette.switchboard.ldap.LdapSettings;
import java.io.IOException;
import java.util.List;

/** Whether the LDAP server gives colleagues, with a name and a number each. */
record DirectoryCheck(LdapSettings settings) implements Check {

    @Override
    public Finding look() {
        try {
            List<Colleague> found = new LdapReader(settings).read();
            return found.isEmpty()
                    ? Finding.warning(
                            new Said(
                                    settings + " answers, and has nobody with a name and a number",
                                    settings + " répond, sans personne qui ait un nom et un numéro"),
                            new Said(
                                    "check base, filter and attributes under aubette.directory.ldap",
                                    "vérifiez base, filter et attributes sous aubette.directory.ldap"))
                    : Finding.ok(found.size() + " colleagues", found.size() + " collègues");
        } catch (IOException e) {
            return Finding.failure(
                    new Said(String.valueOf(e.getMessage()), String.valueOf(e.getMessage())),
                    new Said(
                            "check url, user and password under aubette.directory.ldap",
                            "vérifiez url, user et password sous aubette.directory.ldap"));
        }
    }
}
