package banyan.kit.contract;

import banyan.conformance.Rig;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the rig stands that the contract now running is to use; one contract runs at a time. */
final class Stand {
    private static volatile @Nullable Supplier<? extends Rig> maker;

    private Stand() {}

    static void prepare(Supplier<? extends Rig> rigs) {
        maker = rigs;
    }

    static <R extends Rig> R newRig(Class<R> type) {
        return type.cast(Objects.requireNonNull(maker, "no rig stands ready").get());
    }
}
