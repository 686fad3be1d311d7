// How the centre, the browser and the authenticator in it speak of passkeys: the browser's own JSON both ways.
import { ask } from './shell.js';

/** Makes one and gives it this name; the code of the refusal, empty where there is none. */
export async function makeOne(name) {
  const question = await ask('POST', '/staff/api/passkeys/begin');
  if (question.code) {
    return question.code;
  }
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(question.body.asked).publicKey);
  const made = await by(() => navigator.credentials.create({ publicKey: options }));
  return made ? (await ask('POST', '/staff/api/passkeys', { id: question.body.id, name, answer: made })).code : 'PASSKEY-LEFT';
}

/** Signs in with whichever there is; the code of the refusal, empty where there is none. */
export async function useOne() {
  const question = await ask('POST', '/staff/api/passkeys/ask');
  if (question.code) {
    return question.code;
  }
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(question.body.asked).publicKey);
  const used = await by(() => navigator.credentials.get({ publicKey: options }));
  return used ? (await ask('POST', '/staff/api/passkeys/sign-in', { id: question.body.id, answer: used })).code : 'PASSKEY-LEFT';
}

async function by(does) {
  try {
    return JSON.stringify((await does()).toJSON());
  } catch {
    // The browser does not tell a page which of cancelled, not recognised and not there it was.
    return null;
  }
}
