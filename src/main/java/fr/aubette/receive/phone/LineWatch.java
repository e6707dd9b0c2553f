package fr.aubette.receive.phone;

/** Who is told, about once a second, how each phone line is: health, without this channel knowing how it is shown. */
public interface LineWatch {

    /**
     * The line is as said.
     *
     * @param route id of the line's route
     */
    void seen(String route, LineState state);
}
