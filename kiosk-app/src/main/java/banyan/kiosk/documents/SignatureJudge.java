package banyan.kiosk.documents;

import banyan.kiosk.documents.Signature.Point;
import banyan.kiosk.documents.Signature.Stroke;

/** Tells a signature from an empty field, a touch by mistake, and a mark too slight to be anybody's name. */
public final class SignatureJudge {
    /** Lengths are in heights of the writing field. A finger that rests moves less than this. */
    private static final double RESTING = 0.06;

    /** Even one horizontal line for a name of one stroke is longer. */
    private static final double LEAST_LENGTH = 0.5;

    private static final double LEAST_EXTENT = 0.2;

    private SignatureJudge() {}

    /** What a drawing amounts to. */
    public enum Judgement {
        SIGNED,
        EMPTY,
        TAP_ONLY,
        TOO_SHORT;

        public boolean accepted() {
            return this == SIGNED;
        }
    }

    public static Judgement judge(Signature signature) {
        double length = 0;
        boolean any = false;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Stroke stroke : signature.strokes()) {
            Point before = null;
            for (Point point : stroke.points()) {
                any = true;
                if (before != null) {
                    length += Math.hypot((point.x() - before.x()) * signature.aspect(), point.y() - before.y());
                }
                left = Math.min(left, point.x() * signature.aspect());
                right = Math.max(right, point.x() * signature.aspect());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
                before = point;
            }
        }
        if (!any) {
            return Judgement.EMPTY;
        }
        if (length < RESTING) {
            return Judgement.TAP_ONLY;
        }
        boolean slight = length < LEAST_LENGTH || Math.hypot(right - left, bottom - top) < LEAST_EXTENT;
        return slight ? Judgement.TOO_SHORT : Judgement.SIGNED;
    }
}
