// From the code on the paper to the draft and back. Terminals do the same in Java; the two are tested against each other.

const VERSION = 1;
const NONCE = 12;
const BLOCK = 1024;
const MOST = 64 * 1024;
const text = new TextEncoder();

/** The code in what was scanned or typed: 26 characters of Crockford's base32, misread letters put right; empty if it is none. */
export function codeIn(written) {
  const code = written.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(code) ? code : '';
}

/** Under which name the centre has the draft, and the key that opens it; the key cannot be read out of the browser again. */
export async function keysOf(code) {
  const root = await crypto.subtle.importKey('raw', text.encode(code), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const use = info => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: text.encode(info) });
  const lookup = await crypto.subtle.deriveBits(use('banyan-draft-lookup'), root, 128);
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(use('banyan-draft-key'), root, aes, false, ['encrypt', 'decrypt']);
  const name = base64(new Uint8Array(lookup)).replace(/[+]/g, '-').replace(/[/]/g, '_').replace(/=/g, '');
  return { lookup: name, key };
}

/** What the draft says; null if it is not what was sealed under this code for this form. */
export async function open(draft, keys) {
  try {
    const sealed = Uint8Array.from(atob(draft.sealed), letter => letter.charCodeAt(0));
    if (sealed[0] !== VERSION) {
      return null;
    }
    const how = cipher(draft, keys, sealed.slice(1, 1 + NONCE));
    const bytes = await crypto.subtle.decrypt(how, keys.key, sealed.slice(1 + NONCE));
    const content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return content !== null && typeof content.answers === 'object' ? content : null;
  } catch {
    return null;
  }
}

/** The same sealed anew, filled up so that its length tells little; null if it is larger than any draft may be. */
export async function seal(draft, keys, content) {
  const bytes = text.encode(JSON.stringify(content));
  const filled = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(0x20);
  if (filled.length > MOST) {
    return null;
  }
  filled.set(bytes);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher(draft, keys, nonce), keys.key, filled));
  const all = new Uint8Array(1 + NONCE + sealed.length);
  all[0] = VERSION;
  all.set(nonce, 1);
  all.set(sealed, 1 + NONCE);
  return base64(all);
}

function cipher(draft, keys, iv) {
  const about = text.encode(`${keys.lookup}/${draft.item}/${draft.version}`);
  return { name: 'AES-GCM', iv, additionalData: about, tagLength: 128 };
}

function base64(bytes) {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}
