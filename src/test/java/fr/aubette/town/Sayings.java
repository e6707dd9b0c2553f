package fr.aubette.town;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What the people of a town say when they call and write, in the order of time. */
final class Sayings {

    private final Town town;
    private final Random dice;
    private final Slips slips;
    private final Map<String, Integer> bearers = new HashMap<>();
    private final Map<String, Set<String>> told = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();

    Sayings(Town town, long seed) {
        this.town = town;
        this.dice = new Random(seed);
        this.slips = new Slips(dice);
        for (Person each : town.people()) {
            for (String key :
                    List.of(each.nameAndBirth(), each.name() + each.street(), each.name() + each.landline())) {
                bearers.merge(key, 1, Integer::sum);
            }
            if (each.registered()) {
                told.put(each.id(), new HashSet<>(List.of(each.mobile(), each.landline(), each.mail(), each.street())));
            }
        }
    }

    List<Contact> contacts(int count) {
        List<Contact> all = new ArrayList<>();
        LocalDateTime at = LocalDateTime.of(2025, 2, 3, 8, 0);
        List<Person> people = town.people();
        for (int i = 0; i < count; i++) {
            at = at.plusMinutes(1 + dice.nextInt(20));
            // some call again and again, most once
            Person who = people.get((int) (people.size() * Math.pow(dice.nextDouble(), 1.8)));
            all.add(new Said(who, String.format(Locale.ROOT, "T%06d", i), at.toString()).contact());
        }
        return all;
    }

    private final class Said {

        private final Person who;
        private final String id;
        private final String at;
        private String phone = "";
        private String mail = "";
        private String name = "";
        private String last = "";
        private String first = "";
        private String birth = "";
        private String street = "";
        private boolean whole;

        Said(Person who, String id, String at) {
            this.who = who;
            this.id = id;
            this.at = at;
        }

        Contact contact() {
            int channel = dice.nextInt(100);
            String kind = channel < 43 ? "phone" : channel < 69 ? "form" : channel < 87 ? "mail" : "letter";
            switch (kind) {
                case "phone" -> call();
                case "form" -> form();
                case "mail" -> mail();
                default -> letter();
            }
            boolean enough = whole && who.registered() && vouched();
            if (enough) {
                told.get(who.id()).addAll(List.of(phone, mail));
            }
            String written = street.isEmpty() ? "" : slips.street(street);
            String code = street.isEmpty() ? "" : who.postcode();
            String place = street.isEmpty() ? "" : who.town();
            String number = phone.isEmpty() ? "" : slips.phone(phone);
            return new Contact(id, at, kind, number, mail, name, last, first, birth, written, code, place, who, enough);
        }

        /** Something else than the name is known of this person, and together they are nobody else's. */
        private boolean vouched() {
            Set<String> known = told.getOrDefault(who.id(), Set.of());
            boolean own = !phone.isEmpty() && known.contains(phone) && phone.equals(who.mobile())
                    || !mail.isEmpty() && known.contains(mail);
            boolean home = phone.equals(who.landline()) && !phone.isEmpty() && one(who.name() + who.landline());
            boolean day = !birth.isEmpty() && one(who.nameAndBirth());
            boolean door = !street.isEmpty() && street.equals(who.street()) && one(who.name() + who.street());
            return own || home || day || door;
        }

        private boolean one(String key) {
            return bearers.getOrDefault(key, 0) == 1;
        }

        private void call() {
            phone = number();
            if (slips.in(12)) {
                return;
            }
            if (slips.in(14)) {
                name = (who.sex().equals("F") ? "Mme " : "M. ") + slips.name(who.last(), false);
                return;
            }
            whole = true;
            String surname = slips.name(surname(), false);
            String given = slips.name(who.first(), false);
            name = slips.in(60) ? surname + " " + given : given + " " + surname;
            birth = slips.in(6) ? slips.date(who.born()) : "";
        }

        private String number() {
            int which = dice.nextInt(1000);
            if (which < 6) {
                return Town.RELAY;
            }
            if (which < 100) {
                return moved.computeIfAbsent(who.id(), key -> town.number("+3361"));
            }
            if (which < 120) {
                return town.people().get(dice.nextInt(town.people().size())).mobile();
            }
            boolean fixed = who.mobile().isEmpty() || !who.landline().isEmpty() && slips.in(30);
            return fixed ? who.landline() : who.mobile();
        }

        private void form() {
            names(false);
            birth = slips.in(75) ? slips.date(who.born()) : "";
            mail = slips.in(60) ? box() : "";
            phone = slips.in(45) ? who.mobile() : "";
            street = slips.in(50) ? address() : "";
        }

        private void names(boolean scanned) {
            whole = true;
            last = slips.name(surname(), scanned);
            first = slips.name(who.first(), scanned);
            if (slips.in(3)) {
                String kept = last;
                last = first;
                first = kept;
            }
        }

        private void mail() {
            mail = box();
            if (mail.isEmpty()) {
                mail = "p" + dice.nextInt(1_000_000) + "@example.org";
            }
            int signed = dice.nextInt(100);
            if (signed < 78) {
                whole = true;
                name = slips.name(who.first(), false) + " " + slips.name(surname(), false);
            } else if (signed < 88) {
                name = who.first().charAt(0) + ". " + slips.name(who.last(), false);
            }
            phone = slips.in(12) ? who.mobile() : "";
        }

        /** Their own, or the care home's that writes for many. */
        private String box() {
            return slips.in(3) ? "accueil.tilleuls@example.org" : who.mail();
        }

        private void letter() {
            names(true);
            if (slips.in(3)) {
                whole = false;
                first = "";
                last = "M. et Mme " + last;
            }
            street = slips.in(90) ? address() : "";
            birth = slips.in(35) ? slips.date(who.born()) : "";
        }

        private String address() {
            return slips.in(7) ? 1 + dice.nextInt(140) + " rue du Moulin" : who.street();
        }

        private String surname() {
            return slips.in(9) ? who.birthName() : who.last();
        }
    }
}
