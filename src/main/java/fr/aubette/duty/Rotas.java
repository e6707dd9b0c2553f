package fr.aubette.duty;

/** Port: the rota in force. */
@FunctionalInterface
public interface Rotas {

    Rota current();
}
