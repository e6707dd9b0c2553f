package fr.aubette.model;

/** Something was done to a batch of scanned letters: a page was read, a letter made, cut or corrected. */
public record BatchChanged() {}
