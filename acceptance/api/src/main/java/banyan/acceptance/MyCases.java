package banyan.acceptance;

import java.util.List;

/**
 * The cases of one citizen, the newest first; empty where there is none.
 *
 * @param cases at most {@value #MOST}
 */
public record MyCases(List<Progress> cases) {
    public static final int MOST = 50;

    public MyCases {
        cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
        return "MyCases[" + cases.size() + "]";
    }
}
