// Looks again when the centre says that something has changed, and now and then where it cannot say so.
const EVERY = 30_000;
const TOGETHER = 500;

/** Calls `look` when something has changed; `tell` is told in which way the page is kept up: live or asking. */
export function live(look, tell) {
  let mark = '';
  let soon = 0;
  const line = new EventSource('/staff/api/live');
  line.addEventListener('open', () => tell('live'));
  line.addEventListener('error', () => tell('asking'));
  line.addEventListener('stands', event => {
    const now = JSON.parse(event.data).mark;
    if (now !== mark) {
      mark = now;
      clearTimeout(soon);
      soon = setTimeout(look, TOGETHER);
    }
  });
  setInterval(() => {
    if (line.readyState !== EventSource.OPEN) {
      look();
    }
  }, EVERY);
}
