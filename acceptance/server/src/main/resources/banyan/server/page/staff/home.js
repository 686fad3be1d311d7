import { element } from './element.js';
import { heading, pagesOf, shell } from './shell.js';
import { say } from './words.js';

const { main, person } = await shell('home');
const pages = pagesOf(person);
main.append(heading(say('home')), pages.length === 0 ? element('p', {}, say('no pages'))
  : element('div', { className: 'cards' }, ...pages.map(page => element('a', { className: 'card', href: page.at }, say(page.words)))));
