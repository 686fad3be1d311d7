package banyan.kiosk.visit;

import banyan.cache.SyncState;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.FingerPaper;
import banyan.kiosk.filing.SavedDraft;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.visit.VisitState.Open;
import java.time.LocalDateTime;
import java.util.Optional;

/** Does what the dialogue asks; each room's part is done by a hand of its own. */
final class Hands {
    private final Session session;
    private final IdentityHand identity;
    private final FilingHand filing;
    private final AccountHand account;
    private final DraftCodeHand codes;
    private final PaperDraftHand paperDrafts;
    private final DraftHand drafts;
    private final ScanningHand scanning;
    private final FeedingHand feeding;
    private final SigningHand signing;
    private final FingerHand finger;
    private final BankCardHand bankCard;
    private final ProgressHand progress;
    private final WithdrawalHand withdrawal;
    private final SupplementHand supplement;
    private final AppointmentHand appointment;
    private final PrintingHand printing;
    private final DepositHand deposit;
    private final RatingHand rating;
    private final DecisionHand decision;
    private final SubmissionHand submission;
    private final ReceiptHand receipts;
    private final IssuedHand issued;
    private final CertificateHand certificate;
    private final ResultHand results;
    private final CasesHand cases;
    private final HelpHand help;
    private final Wiping wiping;
    private final UpkeepHand upkeep;
    private final Availabilities availabilities;
    private final StoreHand store;
    private final Admission admission;
    private Optional<LocalDateTime> offlineSince = Optional.empty();

    Hands(Session session) {
        this.session = session;
        Documents documents = new Documents(session);
        identity = new IdentityHand(session);
        filing = new FilingHand(session);
        account = new AccountHand(session, filing);
        codes = new DraftCodeHand(session, account);
        drafts = new DraftHand(session, filing);
        scanning = new ScanningHand(session, drafts);
        feeding = new FeedingHand(session, scanning);
        signing = new SigningHand(session, documents);
        finger = new FingerHand(session);
        bankCard = new BankCardHand(session);
        progress = new ProgressHand(session, codes::open);
        withdrawal = new WithdrawalHand(session, progress);
        supplement = new SupplementHand(session, progress, filing);
        printing = new PrintingHand(session);
        appointment = new AppointmentHand(session, printing);
        deposit = new DepositHand(session, this::latest);
        rating = new RatingHand(session, this::latest);
        decision = new DecisionHand(session);
        submission = new SubmissionHand(session, documents, rating, decision);
        receipts = new ReceiptHand(session, documents, printing, deposit::originals, this::latest);
        paperDrafts = new PaperDraftHand(session, documents, printing, account::onPaperAnew);
        issued = new IssuedHand(session, documents, printing);
        certificate = new CertificateHand(session, documents, printing, issued);
        results = new ResultHand(session, documents, issued);
        cases = new CasesHand(session, progress);
        help = new HelpHand(session);
        wiping = new Wiping(session);
        availabilities = new Availabilities(session);
        store = new StoreHand(session);
        admission = new Admission(session, store, progress::scannerUsable);
        upkeep = new UpkeepHand(session, printing, store::room, () -> offlineSince);
    }

    private Optional<SubmissionHand.Case> latest() {
        return submission.latest();
    }

    Availabilities availabilities() {
        return availabilities;
    }

    IdentityHand identity() {
        return identity;
    }

    AccountHand account() {
        return account;
    }

    PaperDraftHand paperDrafts() {
        return paperDrafts;
    }

    FilingHand filing() {
        return filing;
    }

    ScanningHand scanning() {
        return scanning;
    }

    FeedingHand feeding() {
        return feeding;
    }

    SigningHand signing() {
        return signing;
    }

    PrintingHand printing() {
        return printing;
    }

    DepositHand deposit() {
        return deposit;
    }

    SubmissionHand submission() {
        return submission;
    }

    ReceiptHand receipts() {
        return receipts;
    }

    RatingHand rating() {
        return rating;
    }

    DecisionHand decision() {
        return decision;
    }

    CertificateHand certificate() {
        return certificate;
    }

    IssuedHand issued() {
        return issued;
    }

    CasesHand cases() {
        return cases;
    }

    BankCardHand bankCard() {
        return bankCard;
    }

    ProgressHand progress() {
        return progress;
    }

    AppointmentHand appointment() {
        return appointment;
    }

    HelpHand help() {
        return help;
    }

    UpkeepHand upkeep() {
        return upkeep;
    }

    StoreHand store() {
        return store;
    }

    Wiping wiping() {
        return wiping;
    }

    Admission admission() {
        return admission;
    }

    ContentLine contentLine() {
        return session.equipment().contentLine().get();
    }

    Optional<LocalDateTime> offlineSince() {
        return offlineSince;
    }

    /** How the terminal stands with the centre. */
    void sync(SyncState state) {
        Optional<LocalDateTime> since = switch (state) {
            case SyncState.Offline offline ->
                Optional.of(
                        LocalDateTime.ofInstant(offline.since(), session.clock().zone()));
            case SyncState.Online _, SyncState.Refused _, SyncState.Full _ -> Optional.empty();
        };
        session.log(Event.of(EventKind.CENTRE_CHANGED)
                .with(Key.PLACE, new Code(state.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT))));
        offlineSince = since;
        session.changed();
    }

    /**
     * Does one thing.
     *
     * @param before the state in which it was asked for
     * @param now the state that followed
     */
    void perform(Effect effect, VisitState before, VisitState now) {
        switch (effect) {
            case Effect.Admit() -> admission.admit();
            case Effect.Use(var device) -> use(device, now);
            case Effect.Leave(var device) -> leave(device);
            case Effect.AskReader() -> identity.askReader();
            case Effect.ReadCard() -> identity.read();
            case Effect.NoteAgreement() -> session.agree();
            case Effect.ForgetCard() -> identity.forgetCard();
            case Effect.AskFacts(var item) -> filing.askFacts(item);
            case Effect.List(var section) -> list(section);
            case Effect.Open(var item) -> open(item);
            case Effect.AskWhether(var item) -> askWhether(item);
            case Effect.PrintGuide(var item) -> certificate.printGuide(item);
            case Effect.BeginFiling(var item) -> filing.begin(item);
            case Effect.Reopen() -> reopen();
            case Effect.LookInAccount() -> account.look();
            case Effect.KeepDraft(var item) -> {
                if (now instanceof Open open && open.visitor().parked().get(item) instanceof Place.Filing left) {
                    account.keep(left);
                } else {
                    session.tell(new VisitEvent.DraftNotKept());
                }
            }
            case Effect.LookForWays(var item) -> {
                if (offlineSince.isPresent() && paperDrafts.can(item)) {
                    session.tell(new VisitEvent.PaperAlone());
                }
            }
            case Effect.PrintDraft(var item) -> {
                if (now instanceof Open open && open.visitor().parked().get(item) instanceof Place.Filing left) {
                    paperDrafts.print(left);
                } else {
                    session.tell(new VisitEvent.DraftNotKept());
                }
            }
            case Effect.DraftPaperOut() -> paperDrafts.out();
            case Effect.AbandonDraft() -> paperDrafts.abandon();
            case Effect.TakeUp() -> account.takeUp();
            case Effect.DropDraft() -> account.drop();
            case Effect.DestroyRefuge() -> identity.destroyFound();
            case Effect.SaveDraft(var plan, var spot) -> drafts.save(plan, spot);
            case Effect.Edit(var field) -> plan(before, now).ifPresent(plan -> filing.edit(plan, field));
            case Effect.Write(var field, var text) ->
                plan(before, now).ifPresent(plan -> filing.write(plan, field, text));
            case Effect.Commit(var field) -> plan(before, now).ifPresent(plan -> filing.commit(plan, field));
            case Effect.Choose(var field, var value) ->
                plan(before, now).ifPresent(plan -> filing.choose(plan, field, value));
            case Effect.CheckGroup(int stage, int group) ->
                plan(before, now).ifPresent(plan -> filing.check(plan, stage, group));
            case Effect.CheckSignature(int stage) -> plan(before, now).ifPresent(plan -> signing.check(plan, stage));
            case Effect.TakeStill still ->
                plan(before, now).ifPresent(plan -> scanning.take(plan, still.stage(), still.material()));
            case Effect.AskFeeder() -> feeding.ask();
            case Effect.StopFeeding() -> feeding.stop();
            case Effect.DropPage(var material, int page) ->
                plan(before, now).ifPresent(plan -> scanning.drop(plan, material, page));
            case Effect.LeaveOriginal(int stage, var material, boolean yes) ->
                plan(before, now).ifPresent(plan -> scanning.leave(plan, stage, material, yes));
            case Effect.EndDeposit(var how) -> deposit.end(how);
            case Effect.PickMaterial _ -> plan(before, now).ifPresent(scanning::pick);
            case Effect.CheckMaterials _ -> plan(before, now).ifPresent(scanning::check);
            case Effect.DrawDocument(int stage) -> plan(before, now).ifPresent(plan -> signing.draw(plan, stage));
            case Effect.Ink(var touch) -> signing.touch(touch);
            case Effect.ClearInk() -> signing.clear();
            case Effect.JudgeInk() -> signing.judge();
            case Effect.TakeSignature(int stage) -> plan(before, now).ifPresent(plan -> signing.sign(plan, stage));
            case Effect.WithoutFinger() -> plan(before, now).ifPresent(finger::without);
            case Effect.CheckFinger() -> plan(before, now).ifPresent(finger::check);
            case Effect.AdmitToAsk() -> admission.admitToAsk();
            case Effect.AdmitFurther() -> admission.admitFurther();
            case Effect.AskProgress() -> progress.ask();
            case Effect.AskTypedDraft() -> progress.askTypedDraft();
            case Effect.Withdraw() -> withdrawal.send();
            case Effect.BeginSupplement() -> supplement.begin();
            case Effect.ShowCase() -> supplement.showCase();
            case Effect.AskCases() -> cases.ask();
            case Effect.OpenCase(int page, int which) -> cases.open(page, which);
            case Effect.Collect() -> results.collect(
                    now instanceof Open open && open.place() instanceof SubmittedPlace.Received
                            ? decision.document()
                            : progress.atCentre().map(ProgressHand.Known.AtCentre::progress),
                    identity.nameFits());
            case Effect.Appointment(var deed) -> appointment.perform(deed);
            case Effect.ForgetProgress() -> progress.forget();
            case Effect.WriteCode(var entry, var text) -> progress.write(entry, text);
            case Effect.Seal(int stage) -> plan(before, now).ifPresent(plan -> submission.seal(plan, stage));
            case Effect.ForgetFiling(var item) -> {
                submission.forgetFiling(item);
                account.submitted(item);
            }
            case Effect.PrintReceipt() -> receipts.printReceipt();
            case Effect.PrintSlip() -> receipts.printSlip();
            case Effect.Query _ -> plan(before, now).ifPresent(plan -> {
                if (plan.collects()) {
                    results.query();
                } else {
                    certificate.query(plan);
                }
            });
            case Effect.VoidCertificate() -> issued.voidIt();
            case Effect.Period(var value) -> plan(before, now).ifPresent(plan -> certificate.choose(plan, value));
            case Effect.PrintCertificate() -> issued.print();
            case Effect.DrawCertificate() -> issued.drawAgain();
            case Effect.StopPrinting() -> printing.stop();
            case Effect.NoteTaken() -> session.changed();
            case Effect.ForgetCertificate() -> issued.forget();
            case Effect.SendEvaluation(int level) -> rating.sendEvaluation(level);
            case Effect.NoteReason(var code, boolean on) -> rating.noteReason(code, on);
            case Effect.Report() -> {
                if (now instanceof Open open) {
                    help.report(open);
                }
            }
            case Effect.Upkeep(var deed) -> upkeep.perform(deed);
            case Effect.Speak(var language) -> session.speak(language);
            case Effect.Wipe() -> wipe(before);
            case Effect.Reset() -> {
                session.reset();
                store.look();
            }
        }
    }

    /** The item that an effect is about: where the dialogue stands now, else where it came from. */
    private static Optional<Plan> plan(VisitState before, VisitState now) {
        return plan(now).or(() -> plan(before));
    }

    private static Optional<Plan> plan(VisitState state) {
        return state instanceof Open open ? Plans.at(open.place()) : Optional.empty();
    }

    private void use(Effect.Device device, VisitState now) {
        switch (device) {
            case CARD_WATCH -> identity.watch();
            case CAMERA -> scanning.look();
            case FEEDER -> {
                if (now instanceof Open open && open.place() instanceof ScanningPlace.Materials materials) {
                    feeding.feed(materials.plan(), materials.stage(), materials.current());
                }
            }
            case PAD -> signing.usePad();
            case FINGER -> plan(now).ifPresent(finger::use);
            case CHIP_CARD -> {
                if (now instanceof Open open && open.place() instanceof Place.BankCard place) {
                    bankCard.use(place);
                }
            }
            case CODES -> progress.listen();
            case CABINET -> {
                if (now instanceof Open open && open.place() instanceof Place.Deposit place) {
                    deposit.use(place);
                }
            }
        }
    }

    private void leave(Effect.Device device) {
        switch (device) {
            case CARD_WATCH -> identity.stopWatching();
            case CAMERA -> scanning.stopLooking();
            case FEEDER -> feeding.leave();
            case PAD -> signing.leavePad();
            case FINGER -> finger.leave();
            case CHIP_CARD -> bankCard.leave();
            case CODES -> progress.leave();
            case CABINET -> deposit.leave();
        }
    }

    private void list(Page.Section section) {
        int pages = session.equipment().offers().get().pages(Shown.kind(section));
        session.tell(new VisitEvent.Listed(section, pages));
    }

    private void open(String item) {
        session.offer(item)
                .ifPresent(offer -> session.tell(
                        new VisitEvent.Opened(Plans.of(offer), fits(offer), availabilities.now(offer))));
    }

    private void askWhether(String item) {
        if (session.offer(item).filter(availabilities::now).isPresent()) {
            session.tell(new VisitEvent.MayBegin());
        }
    }

    private boolean fits(Offer offer) {
        if (identity.nameFits() || !offer.needsNameOnPaper()) {
            return true;
        }
        session.log(Event.of(EventKind.NAME_NOT_PRINTABLE).with(Key.COUNT, 1));
        return false;
    }

    private void reopen() {
        Optional<SavedDraft> saved = identity.adopt();
        saved.ifPresentOrElse(drafts::reopen, () -> session.tell(new VisitEvent.NotReopened()));
    }

    private void wipe(VisitState before) {
        boolean signed = session.draft().filings().values().stream()
                .anyMatch(one -> !one.signed().isEmpty());
        boolean fingered = finger.taken()
                || session.draft().filings().values().stream()
                        .anyMatch(one -> one.finger().filter(FingerPaper::given).isPresent());
        boolean identified = session.applicant().isPresent();
        boolean sealed = submission.latest().isPresent() || paperDrafts.kept();
        wiping.wipe(
                new Wiping.Belongings(identified, sealed, signed, fingered, printing.jobs(), printing.running()),
                printing,
                () -> {
                    identity.forget();
                    filing.forget();
                    account.forget();
                    paperDrafts.forget();
                    feeding.forget();
                    signing.forget();
                    finger.forget();
                    bankCard.leave();
                    progress.forget();
                    appointment.forget();
                    deposit.forget();
                    submission.forget();
                    decision.forget();
                    rating.forget();
                    certificate.forget();
                    issued.forget();
                    results.forget();
                    cases.forget();
                    printing.forget();
                    help.forget();
                });
        bankCard.lookForLeft();
        session.log(Event.of(EventKind.VISIT_ENDED)
                .with(Key.PLACE, new Code(before instanceof Open open ? HelpHand.step(open.place()) : "ENDED")));
    }
}
