package fr.aubette.lease;

/** Port: whether PostgreSQL answers and its schema is ours. */
@FunctionalInterface
public interface StoreState {

    boolean ready();
}
