// What was done today. What nobody knows is said to be unknown; it is never a zero.
import { bars } from './command-chart.js';
import { card, element } from './element.js';
import { language, say } from './words.js';

function worded(figure) {
  if (figure.value === undefined) {
    return say(`unknown ${figure.unknown}`) || say('UNKNOWN');
  }
  const value = figure.value;
  switch (figure.unit) {
    case 'PERCENT': return `${value.toFixed(1)}%`;
    case 'SECONDS': return seconds(value);
    default: return value.toLocaleString(language());
  }
}

function seconds(value) {
  const whole = Math.round(value);
  return whole < 60 ? `${whole} ${say('seconds')}` : `${Math.floor(whole / 60)} ${say('minutes')} ${whole % 60} ${say('seconds')}`;
}

function tile(figure) {
  return element('div', {}, element('strong', { className: figure.value === undefined ? 'unknown' : '' }, worded(figure)), say(`figure ${figure.name}`));
}

function found(figures, name) {
  return figures.themes.flatMap(theme => theme.figures).find(figure => figure.name === name);
}

/** The four figures of the day and its hours. */
export function today() {
  const told = element('span', { className: 'note' });
  const tiles = element('div', { className: 'tiles' });
  const hours = bars(say('hours'), 'hour');
  const unknown = element('p', { hidden: true }, say('unknown NO-TERMINAL-SAID'));
  return {
    box: card(element('div', { className: 'row apart' }, element('h2', {}, say('today')), told), tiles, hours.box, unknown),
    show(figures) {
      told.textContent = `${figures.saying} / ${figures.terminals} ${say('saying')}`;
      tiles.replaceChildren(...['begun', 'completed', 'completed share', 'visit takes'].map(name => tile(found(figures, name))));
      unknown.hidden = figures.hours !== undefined;
      hours.box.hidden = figures.hours === undefined;
      if (figures.hours) {
        hours.show(figures.hours.map((_, hour) => String(hour)), figures.hours);
      }
    },
  };
}

/** 好差评 of today, from best to worst as people know it. */
export function ratings() {
  const told = element('span', { className: 'note' });
  const list = element('ul', { className: 'plain ratings' });
  return {
    box: card(element('div', { className: 'row apart' }, element('h2', {}, say('ratings')), told), list),
    show(levels) {
      const all = levels.reduce((sum, count) => sum + count, 0);
      told.textContent = `${say('today')} ${all.toLocaleString(language())} ${say('given ratings')}`;
      list.replaceChildren(...levels.map((count, at) => {
        const share = element('span', { className: at < 2 ? 'share bad' : 'share' });
        share.style.width = all ? `${Math.max(count ? 1 : 0, 100 * count / all)}%` : '0';
        return element('li', {}, element('span', {}, say(`level ${at + 1}`)), element('span', { className: 'whole', attributes: { 'aria-hidden': 'true' } }, share),
          element('span', {}, `${count.toLocaleString(language())} · ${all ? `${(100 * count / all).toFixed(1)}%` : say('unknown NOTHING-YET')}`));
      }).reverse());
    },
  };
}

/** The four themes, and where time goes and visitors leave. */
export function themes() {
  const cards = element('div', { className: 'themes' });
  const steps = bars(say('steps'), 'step', true);
  const left = bars(say('left at'), 'step', true);
  const noSteps = element('div', {}, element('h2', {}, say('steps')), element('p', {}, say('unknown NO-TERMINAL-SAID')));
  const name = code => say(`step ${code}`) || code;
  return {
    box: element('section', { attributes: { 'aria-label': say('themes') } }, cards,
      element('div', { className: 'command' }, card(steps.box, noSteps), card(left.box))),
    show(figures) {
      cards.replaceChildren(...figures.themes.map(theme => card(element('h2', {}, say(`theme ${theme.theme}`)),
        element('dl', {}, ...theme.figures.flatMap(figure => [element('dt', {}, say(`figure ${figure.name}`)), element('dd', {}, worded(figure))])))));
      steps.box.hidden = figures.steps === undefined;
      noSteps.hidden = figures.steps !== undefined;
      const times = figures.steps || [];
      // A mean of each stay; who comes twice to a step stays twice.
      steps.show(times.map(one => name(one.step)), times.map(one => Math.round(one.seconds / one.times)), seconds);
      const places = figures.left || [];
      left.show(places.map(one => name(one.place)), places.map(one => one.times));
    },
  };
}
