package banyan.kiosk.filing;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.cache.PageHandle;
import banyan.item.Language;
import banyan.item.Source;
import banyan.kiosk.filing.Filing.Name;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it is kept against a crash: what the citizen gave, and where in the steps it was. The facts are asked again, the
 * small pictures are made again from the pages.
 *
 * @param stage index of the step in the item
 * @param part the group of a form
 * @param pages handles by material
 * @param savedAt when it was kept
 * @param inCabinet the words that originals go into the cabinet, by material; absent in a draft of an earlier program
 * @param name the name given before sealing; where the journal knows it, this draft has become a submission
 */
public record SavedDraft(
        String item,
        String version,
        int stage,
        int part,
        Instant savedAt,
        SortedMap<String, Kept> answers,
        SortedMap<String, List<Handle>> pages,
        List<Signed> signed,
        Optional<Finger> finger,
        Optional<SortedMap<String, Handle>> inCabinet,
        Optional<Named> name) {
    private static final JsonMapper JSON = new JsonMapper();

    record Kept(String value, Source source) {}

    record Handle(String name, long size, String hash) {
        static Handle of(PageHandle page) {
            return new Handle(page.name(), page.size(), page.hash().hex());
        }

        PageHandle handle() {
            return new PageHandle(name, size, new Sha256(hash));
        }
    }

    record Signed(String template, Language language, LocalDateTime at, String shown, List<Handle> papers) {}

    record Finger(boolean given, Handle paper) {}

    record Named(java.util.UUID id, String number) {}

    /** This request at this spot. */
    public static byte[] bytes(Filing filing, int stage, int part, Instant now) {
        var answers = new TreeMap<String, Kept>();
        filing.answers().forEach((field, answer) -> answers.put(field, new Kept(answer.value(), answer.source())));
        var pages = new TreeMap<String, List<Handle>>();
        filing.pages()
                .forEach((material, list) -> pages.put(
                        material,
                        list.stream().map(page -> Handle.of(page.handle())).toList()));
        var signed = filing.signed().values().stream()
                .map(document -> new Signed(
                        document.template(),
                        document.language(),
                        document.at(),
                        document.shown().hex(),
                        document.papers().stream().map(Handle::of).toList()))
                .toList();
        var finger = filing.finger().map(one -> new Finger(one.given(), Handle.of(one.paper())));
        var inCabinet = new TreeMap<String, Handle>();
        filing.inCabinet().forEach((material, word) -> inCabinet.put(material, Handle.of(word)));
        var name = filing.name().map(given -> new Named(given.id().value(), given.number()));
        return JSON.writeValueAsBytes(
                new SavedDraft(
                        filing.item(),
                        filing.version(),
                        stage,
                        part,
                        now,
                        answers,
                        pages,
                        signed,
                        finger,
                        Optional.of(inCabinet),
                        name));
    }

    /** Empty where these bytes are no draft of this version of the program. */
    public static Optional<SavedDraft> read(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, SavedDraft.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException otherForm) {
            return Optional.empty();
        }
    }

    public Optional<SubmissionId> submission() {
        return name.map(named -> new SubmissionId(named.id()));
    }

    /** The handles of its scanned pages, by material. */
    public Map<String, List<PageHandle>> handles() {
        var handles = new TreeMap<String, List<PageHandle>>();
        pages.forEach((material, list) ->
                handles.put(material, list.stream().map(Handle::handle).toList()));
        return handles;
    }

    /** The request again; its pages are added by whoever can show them. */
    public Filing filing() {
        Filing filing = Filing.blank(item, version);
        var known = new TreeMap<String, Answer>();
        answers.forEach((field, answer) -> known.put(field, new Answer(answer.value(), answer.source())));
        filing = filing.prefilled(known).looking(known.keySet());
        for (Signed document : signed) {
            filing = filing.signing(new SignedDocument(
                    document.template(),
                    document.language(),
                    document.at(),
                    new Sha256(document.shown()),
                    document.papers().stream().map(Handle::handle).toList()));
        }
        if (finger.isPresent()) {
            filing = filing.fingered(
                    new FingerPaper(finger.get().given(), finger.get().paper().handle()));
        }
        for (var word : inCabinet.orElseGet(TreeMap::new).entrySet()) {
            filing = filing.leaving(word.getKey(), Optional.of(word.getValue().handle()));
        }
        return name.isPresent()
                ? filing.named(
                        new Name(new SubmissionId(name.get().id()), name.get().number()))
                : filing;
    }

    @Override
    public String toString() {
        return "SavedDraft[" + item + "]";
    }
}
