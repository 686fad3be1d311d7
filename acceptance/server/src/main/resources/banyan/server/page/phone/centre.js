// What is asked of the centre, and what its answers mean. Only the name of the draft and sealed bytes go out.

const PATIENCE = 20000;
const REASONS = {
  'DRAFT-UNKNOWN': 'unknown',
  'DRAFT-EXPIRED': 'expired',
  'DRAFT-USED': 'used',
  'DRAFT-CHANGED': 'changed',
  'PROGRESS-TOO-MANY-TRIES': 'tooMany',
  'ITEM-VERSION-UNKNOWN': 'noForm',
};

/** The draft of this name: `{ draft }`, or `{ told }` with the reason in a word and perhaps the minutes to wait. */
export async function fetchDraft(lookup) {
  const answer = await ask('GET', `public/drafts/${lookup}`);
  return answer.status === 200 && answer.json ? { draft: answer.json } : { told: reason(answer), minutes: answer.minutes };
}

/** The form in which it was filled in: `{ form }` or `{ told }`. */
export async function fetchForm(item, version) {
  const answer = await ask('GET', `public/items/${encodeURIComponent(item)}/${encodeURIComponent(version)}/form`);
  return answer.status === 200 && answer.json ? { form: answer.json } : { told: reason(answer), minutes: answer.minutes };
}

/** Puts it there where the centre still has this revision: `{ revision }`, `{ changed: true }`, or `{ told }`. */
export async function putDraft(lookup, revision, sealed) {
  const answer = await ask('PUT', `public/drafts/${lookup}`, { 'If-Match': String(revision) }, JSON.stringify({ sealed }));
  if (answer.status === 200 && answer.json) {
    return { revision: answer.json.revision };
  }
  const told = reason(answer);
  if (told === 'changed') {
    return { changed: true };
  }
  // Whether it was taken is not known unless the centre has said so.
  return { told: told === 'away' || told === 'busy' ? 'unsure' : told, minutes: answer.minutes };
}

/** In the page's own words why not; an answer without sense may be that of a network's own sign-in page. */
function reason(answer) {
  const code = answer.json && answer.json.code;
  return REASONS[code] || (answer.status >= 500 ? 'busy' : 'away');
}

async function ask(method, path, headers = {}, body = undefined) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), PATIENCE);
  try {
    const answer = await fetch(path, {
      method,
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: ending.signal,
    });
    const json = await answer.json().catch(() => null);
    return { status: answer.status, json, minutes: Math.ceil((Number(answer.headers.get('Retry-After')) || 60) / 60) };
  } catch {
    return { status: 0, json: null, minutes: 1 };
  } finally {
    clearTimeout(timer);
  }
}
