package banyan.item.catalogue;

import java.security.PrivateKey;
import java.security.PublicKey;

/** A pair of Ed25519 keys that signs packages. */
public record SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    /** The id under which a terminal knows the public key. */
    public String id() {
        return Ed25519.keyId(publicKey);
    }

    /** From the private key alone; its public half follows from it. */
    public static SigningKey of(PrivateKey privateKey) {
        return new SigningKey(privateKey, Ed25519.publicOf(privateKey));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
