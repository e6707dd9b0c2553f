package fr.aubette.typed;

import fr.aubette.model.Refused;

/** Says that bytes do not hold what somebody typed: which fault, and at which field when it is one field's. */
public class Unreadable extends Refused {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String field;

    public Unreadable(Fault fault, String field) {
        super(field.isEmpty() ? fault.french() : fault.french() + " Champ : " + field + ".");
        this.fault = fault;
        this.field = field;
    }

    public Unreadable(Fault fault) {
        this(fault, "");
    }

    public Fault fault() {
        return fault;
    }

    /** The field's canonical name; empty when the fault is of the whole. */
    public String field() {
        return field;
    }
}
