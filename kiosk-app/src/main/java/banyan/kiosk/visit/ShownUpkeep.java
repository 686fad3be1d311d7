package banyan.kiosk.visit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Makes of the staff's state what their screen shows. Nothing of any citizen is there to be shown. */
final class ShownUpkeep {
    private final UpkeepHand hand;
    private final Hands hands;

    ShownUpkeep(Hands hands) {
        this.hands = hands;
        this.hand = hands.upkeep();
    }

    /** @param left until the terminal leaves the staff mode by itself */
    Page page(UpkeepPost post, Optional<Duration> left) {
        return switch (post) {
            case UpkeepPost.SignIn signIn -> new StaffPage.StaffSignIn(signIn.asks(), hand.digits(), signIn.flaw());
            case UpkeepPost.Board board ->
                new StaffPage.Maintenance(
                        hand.staff().orElse(""),
                        (int) left.orElse(Duration.ZERO).toMinutes(),
                        hand.readiness(),
                        hand.waiting(),
                        hand.printed(),
                        hands.offlineSince(),
                        hand.report(),
                        board.doing(),
                        hands.contentLine());
            case UpkeepPost.Judging() -> new StaffPage.JudgeTestPage();
            case UpkeepPost.Trial(var step, var from) ->
                new StaffPage.TestScan(
                        step,
                        from,
                        Arrays.stream(UpkeepPost.Trial.From.values())
                                .filter(hand.trial()::has)
                                .toList(),
                        hand.trial().pictures().filter(_ -> step == UpkeepPost.Trial.Step.SHOWN));
            case UpkeepPost.Cells(int cell, var phase, boolean failed) ->
                new StaffPage.Cells(hand.cells().rows(), cell, phase, failed);
            case UpkeepPost.SetAside(var phase) -> new StaffPage.SetAside(hand.aside().rows(), phase);
            case UpkeepPost.Led(var through, int step) -> new StaffPage.Led(through, step);
        };
    }
}
