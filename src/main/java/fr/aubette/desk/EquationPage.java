package fr.aubette.desk;

import fr.aubette.access.Right.Kind;
import fr.aubette.access.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The books: whatever was taken has ended once, or is under way. Numbers only: whoever is signed in may read them. To
 * administrators also how the directorates' queues stand.
 */
@Page
class EquationPage {

    private final Books books;
    private final QueueLines queues;

    EquationPage(Books books, QueueLines queues) {
        this.books = books;
        this.queues = queues;
    }

    @GetMapping("/comptes")
    String show(Viewer viewer, Model model) {
        List<Books.Account> accounts = books.read();
        model.addAttribute("accounts", accounts);
        model.addAttribute("total", total(accounts));
        model.addAttribute("ends", Books.ENDS);
        model.addAttribute("queues", viewer.is(Kind.ADMINISTRATOR) ? queues.read() : List.of());
        return "desk/equation";
    }

    static Books.Account total(List<Books.Account> accounts) {
        Map<String, Long> ends = new HashMap<>();
        accounts.forEach(each -> each.ends().forEach((end, n) -> ends.merge(end, n, Long::sum)));
        long taken = accounts.stream().mapToLong(Books.Account::taken).sum();
        return new Books.Account("all", taken, ends);
    }
}
