package banyan.cache;

/**
 * Which release is shown; one small file, renamed into place.
 *
 * @param active its number; 0 is what was installed with the terminal
 * @param before the one that is gone back to
 * @param refused the highest number that did not work here, and is not tried again
 * @param tries how often the active one was begun without having been found good; 0 when it was
 * @param heard seconds since 1970 when the centre last said what is newest; 0 before the first time
 */
record ReleasePointer(long active, long before, long refused, int tries, long heard) {
    static final ReleasePointer INSTALLED = new ReleasePointer(0, 0, 0, 0, 0);

    ReleasePointer switched(long to) {
        return new ReleasePointer(to, active, refused, 1, heard);
    }

    ReleasePointer tried() {
        return new ReleasePointer(active, before, refused, tries + 1, heard);
    }

    ReleasePointer good() {
        return new ReleasePointer(active, before, refused, 0, heard);
    }

    /** The one before again, and this one never more. */
    ReleasePointer back() {
        return new ReleasePointer(before, before, Math.max(refused, active), 0, heard);
    }

    /** The one before again; this one was good, and its copy here is not: it is fetched anew. */
    ReleasePointer lost() {
        return new ReleasePointer(before, before, refused, 0, heard);
    }

    ReleasePointer refusing(long number) {
        return new ReleasePointer(active, before, Math.max(refused, number), tries, heard);
    }

    ReleasePointer heardAt(long seconds) {
        return new ReleasePointer(active, before, refused, tries, seconds);
    }
}
