package banyan.server.staff;

import java.util.Locale;

/** Why something that was asked from a page of the staff is not done; terminals never hear these. */
public enum StaffRefusal {
    /** Nobody is signed in, or no longer. */
    SIGNED_OUT(401),
    /** Who is signed in has none of the roles that may do this. */
    NOT_YOURS(403),
    /** It was not asked from a page of this centre. */
    OTHER_SITE(403),
    /** Number, password and code do not belong together, or nobody may sign in by this number now. Which is not told. */
    SIGN_IN_WRONG(403),
    /** Tried too often of late. */
    SIGN_IN_LOCKED(429),
    /** The invitation is unknown, used or expired. */
    INVITATION_UNKNOWN(404),
    /** The password is too short, too long, or one that everybody tries first. */
    PASSWORD_WEAK(422),
    /** The six digits are not what the authenticator shows now. */
    CODE_WRONG(422),
    /** This centre has no public address, so that there are no passkeys. */
    PASSKEYS_OFF(404),
    /** The passkey is none of this centre's, was removed, or has not shown who uses it. */
    PASSKEY_WRONG(403),
    /** More passkeys than one person needs. */
    PASSKEYS_ENOUGH(409),
    /** One person may not have these roles together. */
    ROLES_APART(422),
    /** Somebody has this number. */
    TAKEN(409),
    /** Nobody has this number. */
    UNKNOWN(404),
    /** It was closed before. */
    OVER(409),
    /** What it is about is still so. */
    STILL_SO(409),
    /** Nobody does this to himself. */
    ONESELF(409);

    private final int status;

    StaffRefusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands in the answer. */
    public String code() {
        return "STAFF-" + name().replace('_', '-');
    }

    /** In plain English, for a developer. */
    public String title() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
