/**
 * Papers that a terminal signs with its own key: a PDF signature of the form {@code ETSI.CAdES.detached} (ETSI EN 319 142-1), in it
 * CMS with Ed25519 (RFC 8419) and a certificate that the terminal has issued to itself (RFC 8410). Made at the terminal, checked at
 * the centre and by anybody who has the terminal's public key.
 */
@NullMarked
package banyan.attest;

import org.jspecify.annotations.NullMarked;
