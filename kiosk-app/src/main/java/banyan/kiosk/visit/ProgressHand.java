package banyan.kiosk.visit;

import banyan.acceptance.Assignment;
import banyan.acceptance.CaseCode;
import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.DraftCode;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.cache.Reply;
import banyan.cache.Standing;
import banyan.device.CodeScanner;
import banyan.device.Deadline;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.kiosk.filing.Supplementing;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.ProgressPage.AskProgress.Entry;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import banyan.kiosk.visit.ProgressPage.Progress.Waiting;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Does what the dialogue asks about a case's progress: listens to the code scanner, asks the centre or this terminal's own journal. */
final class ProgressHand {
    private static final Duration LISTENING = Duration.ofSeconds(3);
    private static final Duration ASKING = Duration.ofSeconds(8);

    private final Session session;
    private final Consumer<DraftCode> opens;
    private final Map<Entry, String> typed = new EnumMap<>(Entry.class);
    private Optional<CaseCode> held = Optional.empty();
    private Optional<DraftCode> draft = Optional.empty();
    private Optional<Known> known = Optional.empty();
    private Optional<CodeScanner.Listening> listening = Optional.empty();

    /** What is heard for an earlier one is nobody's business any more. */
    private long turn;

    private long question;

    /** How a case stands, and who said so. */
    sealed interface Known {
        /** @param proof by what whoever asks is entitled to the case; empty where he is told of it and nothing more */
        record AtCentre(Progress progress, Optional<CaseProof> proof) implements Known {
            boolean withdrawable() {
                return proof.isPresent()
                        && progress.stand().filter(CaseStand::withdrawable).isPresent();
            }
        }

        record WithClerk(String number, Assignment assignment) implements Known {
            @Override
            public String toString() {
                return "WithClerk[]";
            }
        }

        record Elsewhere(String number, String terminal, boolean arriving) implements Known {
            @Override
            public String toString() {
                return "Elsewhere[" + arriving + "]";
            }
        }

        record KeptHere(String number, Waiting waiting) implements Known {
            @Override
            public String toString() {
                return "KeptHere[" + waiting + "]";
            }
        }
    }

    /** What came of asking. */
    private sealed interface Found {
        record Here(Known known) implements Found {}

        record Not(Flaw why, String code) implements Found {}
    }

    /** @param opens asks for the draft of a code that was held or typed */
    ProgressHand(Session session, Consumer<DraftCode> opens) {
        this.session = session;
        this.opens = opens;
    }

    String typed(Entry entry) {
        return typed.getOrDefault(entry, "");
    }

    Optional<Known> known() {
        return known;
    }

    Optional<Known.AtCentre> atCentre() {
        return known.filter(Known.AtCentre.class::isInstance).map(Known.AtCentre.class::cast);
    }

    /** A case of the citizen whose card was read, as the centre has just told of it. */
    void open(Progress progress, CaseProof proof) {
        found(new Found.Here(new Known.AtCentre(progress, Optional.of(proof))));
    }

    /** What whoever asks may do about the case, here and now. */
    Set<Way> ways(Known.AtCentre there) {
        EnumSet<Way> ways = EnumSet.noneOf(Way.class);
        if (there.withdrawable()) {
            ways.add(Way.WITHDRAW);
        }
        if (supplementing(there).isPresent()) {
            ways.add(Way.SUPPLEMENT);
        }
        if (there.proof().flatMap(CaseProof::citizen).isPresent()
                && there.progress().stand().flatMap(CaseStand::result).isPresent()
                && session.offer(there.progress().item()).filter(ResultHand::prints).isPresent()) {
            ways.add(Way.COLLECT);
        }
        return ways;
    }

    /** What is asked for in the case, ready to be given here. */
    Optional<Supplementing> supplementing(Known.AtCentre there) {
        return there.proof().flatMap(proof -> session.offer(there.progress().item())
                .flatMap(offer -> Supplementing.of(there.progress(), proof, offer)));
    }

    /** The same case stands otherwise now; how many pages of words there are to read. */
    int changed(Progress now) {
        Known changed = new Known.AtCentre(now, atCentre().flatMap(Known.AtCentre::proof));
        known = Optional.of(changed);
        return leaves(changed);
    }

    boolean scannerUsable() {
        return session.equipment().codes().isPresent()
                && session.state(DeviceKind.CODE_SCANNER)
                        .filter(DeviceState::usable)
                        .isPresent();
    }

    void listen() {
        held = Optional.empty();
        draft = Optional.empty();
        long mine = ++turn;
        Consumer<Runnable> still = what -> session.mailbox().put(() -> {
            if (mine == turn) {
                what.run();
            }
        });
        var listener = new CodeScanner.CodeListener() {
            @Override
            public void code(CodeScanner.Code code) {
                still.accept(() -> heard(code.text()));
            }

            @Override
            public void refused(Fault fault) {
                still.accept(() -> nothing(Flaw.NOT_OURS, fault.code()));
            }

            @Override
            public void stopped(Fault fault) {
                still.accept(() -> nothing(Flaw.SCANNER_GONE, fault.code()));
            }
        };
        session.equipment()
                .codes()
                .ifPresentOrElse(
                        scanner -> begin(scanner, listener, mine),
                        () -> nothing(Flaw.SCANNER_GONE, "CODE-UNPLUGGED"));
    }

    private void begin(CodeScanner scanner, CodeScanner.CodeListener listener, long mine) {
        session.equipment().threads().execute(() -> {
            Outcome<CodeScanner.Listening> begun = scanner.listen(listener, Deadline.in(LISTENING));
            session.mailbox().put(() -> {
                switch (begun) {
                    case Outcome.Done<CodeScanner.Listening>(var now) -> {
                        if (mine == turn) {
                            listening = Optional.of(now);
                        } else {
                            close(now);
                        }
                    }
                    case Outcome.Failed<CodeScanner.Listening>(var fault) -> {
                        if (mine == turn) {
                            nothing(Flaw.SCANNER_GONE, fault.code());
                        }
                    }
                }
            });
        });
    }

    private void close(CodeScanner.Listening one) {
        session.equipment().threads().execute(one::close);
    }

    /** What anybody may hold before a scanner is taken only where it is a paper's code, letter by letter. */
    private void heard(String text) {
        Optional<CaseCode> code = CaseCode.read(text);
        Optional<DraftCode> ofDraft = code.isEmpty() ? DraftCode.read(text) : Optional.empty();
        if (ofDraft.isPresent()) {
            draft = ofDraft;
            session.tell(new VisitEvent.CodeHeld());
        } else if (code.isEmpty()) {
            nothing(Flaw.NOT_OURS, "CODE-NOT-OURS");
        } else if (code.get().code().isEmpty()) {
            nothing(Flaw.NO_CODE, "CODE-WITHOUT-LOOKUP");
        } else {
            held = code;
            session.tell(new VisitEvent.CodeHeld());
        }
    }

    private void nothing(Flaw why, String code) {
        session.log(Event.of(EventKind.PROGRESS_NOT_FOUND).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.NoProgress(why));
    }

    void leave() {
        turn++;
        listening.ifPresent(this::close);
        listening = Optional.empty();
    }

    void write(Entry entry, String text) {
        held = Optional.empty();
        if (entry == Entry.DRAFT) {
            writeDraft(DraftCode.asLetters(text));
        } else {
            keep(entry, text.replaceAll("[^0-9]", ""));
        }
        session.changed();
    }

    /** What no code has is not taken, and said at once. */
    private void writeDraft(String said) {
        String letters = said.replaceAll("[^" + DraftCode.ALPHABET + "]", "");
        keep(Entry.DRAFT, letters);
        if (letters.length() < said.length()) {
            session.tell(new VisitEvent.NoProgress(Flaw.DRAFT_NO_LETTER));
        }
    }

    private void keep(Entry entry, String text) {
        typed.put(entry, text.substring(0, Math.min(text.length(), entry.longest())));
    }

    /** Asks for the draft whose code was typed, if it is one. */
    void askTypedDraft() {
        DraftCode.read(typed(Entry.DRAFT))
                .ifPresentOrElse(opens, () -> nothing(Flaw.DRAFT_INCOMPLETE, "DRAFT-CODE-INCOMPLETE"));
    }

    void ask() {
        if (draft.isPresent()) {
            DraftCode code = draft.get();
            draft = Optional.empty();
            opens.accept(code);
            return;
        }
        String number = held.map(CaseCode::number).orElseGet(() -> typed(Entry.NUMBER));
        String code = held.flatMap(CaseCode::code).orElseGet(() -> typed(Entry.CODE));
        Optional<CaseCode> whole = CaseCode.read(number + ":" + code);
        boolean slipAlone = number.isEmpty() && code.length() == CaseCode.DIGITS;
        if (whole.isEmpty() && !slipAlone) {
            nothing(Flaw.INCOMPLETE, "CODE-INCOMPLETE");
            return;
        }
        long mine = ++question;
        session.away(
                () -> whole.map(there -> there.ofSlip() ? slip(number, code) : centre(number, code))
                        .orElseGet(() -> kept(session.equipment().outbox().waiting(code))),
                found -> {
                    if (mine == question) {
                        found(found);
                    }
                });
    }

    private Found slip(String number, String code) {
        Optional<Standing> here = session.equipment().outbox().standing(number, code);
        return here.isPresent() ? kept(here) : elsewhere(number, code);
    }

    /** What another terminal has kept is known to the centre once it has come from there. */
    private Found elsewhere(String number, String code) {
        String terminal = number.substring(0, number.lastIndexOf('-'));
        return switch (session.equipment().centre().slip(new SlipQuery(number, code), ASKING)) {
            case Reply.Answered<SlipAnswer>(var answer) -> new Found.Here(known(answer, terminal));
            case Reply.Refused<SlipAnswer>(_, var why, _) ->
                flaw(why) == Flaw.UNKNOWN
                                && !terminal.equals(session.equipment().site().terminal())
                        ? new Found.Here(new Known.Elsewhere(number, terminal, false))
                        : new Found.Not(flaw(why), why);
            case Reply.Unreachable<SlipAnswer>(var why) -> new Found.Not(Flaw.OFFLINE, why);
        };
    }

    private static Known known(SlipAnswer answer, String terminal) {
        return answer.progress()
                .<Known>map(progress -> new Known.AtCentre(progress, Optional.empty()))
                .or(() -> answer.assignment().map(who -> new Known.WithClerk(answer.number(), who)))
                .orElseGet(() -> new Known.Elsewhere(answer.number(), terminal, true));
    }

    /** Nothing beyond that it is kept; and once the centre has it, what the centre says to whoever holds the receipt. */
    private Found kept(Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return new Found.Not(Flaw.UNKNOWN, Refusal.PROGRESS_UNKNOWN.code());
        }
        return switch (standing.get()) {
            case Standing.Kept(var number, _) -> new Found.Here(new Known.KeptHere(number, Waiting.LINE));
            case Standing.Unanswered(var number, _) -> new Found.Here(new Known.KeptHere(number, Waiting.ANSWER));
            case Standing.Refused(var number, _, _) ->
                new Found.Here(session.equipment()
                        .outbox()
                        .assignment(number)
                        .<Known>map(who -> new Known.WithClerk(number, who))
                        .orElseGet(() -> new Known.KeptHere(number, Waiting.STAFF)));
            case Standing.Received(_, _, Receipt receipt) ->
                receipt.lookupCode()
                        .map(code -> centre(receipt.acceptanceNumber(), code))
                        .orElseGet(() -> new Found.Not(Flaw.NO_CODE, "CODE-WITHOUT-LOOKUP"));
        };
    }

    private Found centre(String number, String code) {
        return switch (session.equipment().centre().progress(new ProgressQuery(number, code), ASKING)) {
            case Reply.Answered<Progress>(var progress) ->
                new Found.Here(new Known.AtCentre(progress, Optional.of(CaseProof.receipt(code))));
            case Reply.Refused<Progress>(_, var why, _) -> new Found.Not(flaw(why), why);
            case Reply.Unreachable<Progress>(var why) -> new Found.Not(Flaw.OFFLINE, why);
        };
    }

    private static Flaw flaw(String refusal) {
        return switch (Refusal.ofCode(refusal).orElse(Refusal.CENTRE_FAULT)) {
            case PROGRESS_UNKNOWN -> Flaw.UNKNOWN;
            case PROGRESS_TOO_MANY_TRIES -> Flaw.TOO_MANY;
            default -> Flaw.OFFLINE;
        };
    }

    private void found(Found found) {
        switch (found) {
            case Found.Here(var here) -> {
                known = Optional.of(here);
                session.log(Event.of(EventKind.PROGRESS_TOLD)
                        .with(Key.PLACE, new Code(teller(here))));
                session.tell(new VisitEvent.ProgressHere(
                        leaves(here), here instanceof Known.AtCentre there ? ways(there) : Set.of()));
            }
            case Found.Not(var why, var code) -> nothing(why, code);
        }
    }

    static int leaves(Known known) {
        return known instanceof Known.AtCentre(var progress, _)
                ? CaseNews.of(progress).map(news -> news.leaves().size()).orElse(0)
                : 0;
    }

    private static String teller(Known known) {
        return switch (known) {
            case Known.AtCentre _ -> "CENTRE";
            case Known.WithClerk _ -> "CLERK";
            case Known.Elsewhere _ -> "ELSEWHERE";
            case Known.KeptHere _ -> "HERE";
        };
    }

    void forget() {
        leave();
        typed.clear();
        held = Optional.empty();
        draft = Optional.empty();
        known = Optional.empty();
    }
}
