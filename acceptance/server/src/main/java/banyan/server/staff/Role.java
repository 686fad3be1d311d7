package banyan.server.staff;

import java.util.EnumSet;
import java.util.Set;

/** What somebody at the centre is there for. Who watches and who is watched are never one: see {@link #mayBeTogether}. */
public enum Role {
    /** Takes cases, asks for supplements, decides. */
    CLERK,
    /** Sees to it that cases are in time, and hands them over. */
    SUPERVISOR,
    /** Looks after terminals. */
    OPERATOR,
    /** Reads what was done, and does nothing else. */
    AUDITOR,
    /** Says who may sign in and as what. Sees no case. */
    ADMINISTRATOR;

    private static final Set<Role> CASES = EnumSet.of(CLERK, SUPERVISOR);

    /** Whether one person may have all of these: an auditor has no other role, and an administrator none that sees cases. */
    public static boolean mayBeTogether(Set<Role> roles) {
        boolean auditsHimself = roles.contains(AUDITOR) && roles.size() > 1;
        boolean rulesOverCases = roles.contains(ADMINISTRATOR) && CASES.stream().anyMatch(roles::contains);
        return !roles.isEmpty() && !auditsHimself && !rulesOverCases;
    }
}
