package banyan.server.signin;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The centre as authenticators know it, by its name: what they are asked, and whether what they answer holds. */
public final class PasskeyParty {
    private final RelyingParty party;

    /** @param address under which browsers open the pages; on this machine any port is meant where it names none */
    public PasskeyParty(URI address, PasskeyRows rows) {
        this.party = RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(address.getHost())
                        .name("榕 Banyan")
                        .build())
                .credentialRepository(rows)
                .origins(Set.of(address.toString()))
                .allowOriginPort(address.getHost().equals("localhost") && address.getPort() < 0)
                .build();
    }

    /** A question to be kept, and as the browser is asked it. */
    record Question(String kept, String asked) {
        @Override
        public String toString() {
            return "Question";
        }
    }

    /** A credential that was made. */
    record Made(byte[] credential, byte[] publicKey, long signCount) {}

    /** Whose credential has signed, and how often it says it has by now. */
    record Signed(String number, byte[] credential, long signCount) {}

    /** Makes a passkey of this person: one that stays in the authenticator, which looks who uses it. */
    Question newPasskey(String number, String name, byte[] handle) {
        PublicKeyCredentialCreationOptions options = party.startRegistration(StartRegistrationOptions.builder()
                .user(UserIdentity.builder()
                        .name(number)
                        .displayName(name)
                        .id(new ByteArray(handle))
                        .build())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build());
        try {
            return new Question(options.toJson(), options.toCredentialsCreateJson());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was made, if it answers this question. */
    Optional<Made> made(String kept, String answer) {
        try {
            RegistrationResult result = party.finishRegistration(FinishRegistrationOptions.builder()
                    .request(PublicKeyCredentialCreationOptions.fromJson(kept))
                    .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                    .build());
            return Optional.of(new Made(
                    result.getKeyId().getId().getBytes(),
                    result.getPublicKeyCose().getBytes(),
                    result.getSignatureCount()));
        } catch (RegistrationFailedException | IOException | IllegalArgumentException not) {
            return Optional.empty();
        }
    }

    /** Asks whoever is there. */
    Question anybody() {
        AssertionRequest request = party.startAssertion(StartAssertionOptions.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build());
        try {
            return new Question(request.toJson(), request.toCredentialsGetJson());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Who has answered this question, if the answer holds; a count that does not grow is one of a copy. */
    Optional<Signed> signed(String kept, String answer) {
        try {
            AssertionResult result = party.finishAssertion(FinishAssertionOptions.builder()
                    .request(AssertionRequest.fromJson(kept))
                    .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                    .build());
            return Optional.of(new Signed(
                            result.getUsername(),
                            result.getCredential().getCredentialId().getBytes(),
                            result.getSignatureCount()))
                    .filter(_ -> result.isSuccess() && result.isUserVerified());
        } catch (AssertionFailedException | IOException | IllegalArgumentException not) {
            return Optional.empty();
        }
    }

    /** By what the answer says it is somebody's, whether it holds or not. */
    Optional<ByteArray> claimed(String answer) {
        try {
            return PublicKeyCredential.parseAssertionResponseJson(answer).getResponse().getUserHandle();
        } catch (IOException | IllegalArgumentException not) {
            return Optional.empty();
        }
    }
}
