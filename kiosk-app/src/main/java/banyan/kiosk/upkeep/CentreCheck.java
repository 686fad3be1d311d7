package banyan.kiosk.upkeep;

import banyan.acceptance.CentreStatus;
import banyan.acceptance.KeyFiles;
import banyan.attest.NationalKeys;
import banyan.cache.Centre;
import banyan.cache.CentreClient;
import banyan.cache.Reply;
import banyan.cache.Terminal;
import banyan.kiosk.config.KioskConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The centre: whether it is there, whether it is the centre whose key this terminal trusts, and whether both clocks agree. */
final class CentreCheck {
    private static final Duration ANSWER = Duration.ofSeconds(6);

    /** A request that is signed with an older or newer date is refused by the centre. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private CentreCheck() {}

    static List<Finding> of(KioskConfig config, InstantSource clock) {
        NationalKeys.installFor(config.key());
        var found = new ArrayList<Finding>();
        var url = config.centre().url();
        try (var client = new CentreClient(
                Centre.of(url, KeyFiles.readPublic(config.centre().publicKey())),
                new Terminal(config.terminal(), KeyFiles.readPrivate(config.key())),
                clock)) {
            switch (client.status(ANSWER)) {
                case Reply.Answered<CentreStatus>(var status) -> {
                    found.add(Finding.well("centre", "%s is there, version %s".formatted(url, status.version())));
                    Duration apart = Duration.between(status.time(), clock.instant()).abs();
                    found.add(
                            apart.compareTo(CLOCKS_APART) <= 0
                                    ? Finding.well("clocks", "terminal and centre agree")
                                    : Finding.wrong(
                                            "clocks",
                                            "terminal and centre differ by %d s".formatted(apart.toSeconds()),
                                            "sudo timedatectl set-ntp true"));
                }
                case Reply.Refused<CentreStatus>(var status, var code, var _) ->
                    found.add(Finding.wrong(
                            "centre",
                            "%s refuses this terminal: %s (%d)".formatted(url, code, status),
                            "have the centre know terminal %s and its public key".formatted(config.terminal())));
                case Reply.Unreachable<CentreStatus>(var code) -> found.add(unreachable(config, code));
            }
        } catch (IOException noKey) {
            found.add(Finding.wrong(
                    "centre", String.valueOf(noKey.getMessage()), "put the key there that `key` and `centre: key` name"));
        }
        return found;
    }

    private static Finding unreachable(KioskConfig config, String code) {
        var url = config.centre().url();
        return code.equals("NOT-THE-CENTRE")
                ? Finding.wrong(
                        "centre",
                        "%s answers, but not with the key of %s".formatted(url, config.centre().publicKey()),
                        "check `centre: url`, and fetch the centre's public key anew from whoever runs it")
                : Finding.wrong(
                        "centre",
                        "%s does not answer (%s)".formatted(url, code),
                        "check `centre: url` and the network: curl -sv %s".formatted(url));
    }
}
