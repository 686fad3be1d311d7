// One case: who applies, the form, the papers with how far they are to be believed, what was asked, what happened.
import { deedsOf } from './case-deeds.js';
import { badge, button, card, element } from './element.js';
import { moment } from './shell.js';
import { say } from './words.js';

const TRUST = { A: 'good', B: 'good', C: 'look', D: 'bad' };

/** Shows it in the middle, and what can be done to it at the right. */
export function showCase(middle, right, one, act) {
  middle.replaceChildren(head(one), form(one), materials(one, act), ...asked(one), history(one));
  right.replaceChildren(deedsOf(one, act));
}

function list(...pairs) {
  const made = element('dl');
  for (const [words, ...shown] of pairs) {
    made.append(element('dt', {}, words), element('dd', {}, ...shown));
  }
  return made;
}

function head(one) {
  const pairs = [
    [say('applicant'), `${one.applicant.name} ${one.applicant.number}`],
    [say('identification'), say(one.applicant.identification) || one.applicant.identification],
    [say('received'), moment(one.receivedAt)],
    [say('confirmed'), moment(one.confirmedAt)],
    [say('terminal'), one.terminal],
    [say('held by'), one.clerk || say('nobody')],
  ];
  if (one.promise.by) {
    pairs.push([say('promise'), one.promise.by]);
  }
  if (one.promise.stoppedSince) {
    pairs.push([say('stopped since'), moment(one.promise.stoppedSince)]);
  }
  const made = card(
    element('div', { className: 'row apart' }, element('h2', {}, one.title), element('span', { className: 'row' },
      badge(say(one.state), 'plain'), one.overdue ? badge(say('overdue'), 'bad') : '')),
    element('p', { className: 'note' }, `${one.number} · ${one.department}`), list(...pairs));
  made.classList.add('chosen');
  if (one.decision) {
    made.append(element('h3', {}, say('decision')), element('p', {}, [...one.decision.grounds, one.decision.words].filter(Boolean).join('；')));
  }
  return made;
}

function form(one) {
  return card(element('h2', {}, say('form')), list(...one.answers.map(answer => [answer.title,
    `${answer.shown} `, badge(say(answer.source) || answer.source, answer.source === 'CITIZEN' ? '' : 'good'),
    answer.before ? element('div', { className: 'note' }, `${say('before')} ${answer.before}`) : ''])));
}

function materials(one, act) {
  const made = card(element('h2', {}, say('materials')));
  for (const material of one.materials) {
    const trust = material.trust
      ? badge(`${say('trust')}${material.trust} · ${say(`trust ${material.trust}`)}`, TRUST[material.trust]) : badge(say('no pages'));
    const shown = element('div');
    const row = element('div', { className: 'row' }, element('h3', {}, material.title), trust);
    material.pages.forEach((page, at) => row.append(pageOf(one, material, page, at, shown)));
    if (material.trust === 'C' && one.deeds.includes('COMPARE')) {
      const compare = button(say('COMPARE'), () => act({ deed: 'COMPARE', material: material.code }));
      compare.setAttribute('aria-label', `${say('COMPARE')} ${material.title}`);
      row.append(compare);
    }
    made.append(row, shown);
  }
  return made;
}

/** Nothing is fetched until it is asked for: each look at a page is written down. */
function pageOf(one, material, page, at, shown) {
  const words = say('page').replace('{}', String(at + 1));
  const path = `/staff/api/cases/${one.number}/papers/${page.hash}`;
  const name = `${material.title} ${words}`;
  if (page.mediaType !== 'image/jpeg') {
    return element('a', { href: path, target: '_blank', rel: 'noopener', attributes: { 'aria-label': name } }, words);
  }
  const made = button(words, () => shown.replaceChildren(
    element('img', { src: path, alt: name, className: 'paper' }), button(say('close'), () => { shown.replaceChildren(); made.focus(); })));
  made.setAttribute('aria-label', name);
  return made;
}

function asked(one) {
  return one.asked.length === 0 ? [] : [card(element('h2', {}, say('asked')), ...one.asked.map(each => element('div', {},
    element('p', {}, `${moment(each.at)} · ${each.words}${each.until ? ` · ${say('until')} ${each.until}` : ''}`),
    element('ul', {}, ...each.things.map(thing => element('li', {}, `${titleOf(one, thing)} ${thing.words}`))))))];
}

function titleOf(one, thing) {
  const material = one.materials.find(each => each.code === thing.code);
  return thing.kind === 'MATERIAL' && material ? material.title : one.fields[thing.code] || thing.code;
}

function history(one) {
  return card(element('h2', {}, say('history')), element('ol', { className: 'plain' }, ...one.events.map(event => element('li', { className: 'row' },
    element('span', { className: 'note' }, moment(event.at)), element('strong', {}, say(event.deed) || event.deed),
    element('span', {}, event.by), event.words ? element('span', {}, event.words) : ''))));
}
