package fr.aubette.switchboard;

import java.util.List;

/** Port: the colleagues to whom calls are passed on. It may change while the program runs. */
@FunctionalInterface
public interface Directory {

    List<Colleague> all();
}
