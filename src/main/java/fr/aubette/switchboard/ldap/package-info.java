/** The directory of colleagues as the house's LDAP server has it. */
@NullMarked
package fr.aubette.switchboard.ldap;

import org.jspecify.annotations.NullMarked;
