// Plays with the simulated devices by hand: every button is one POST /devices/{id}/{action}. What a device can do stands in panels.json;
// nothing here knows a device but for what is shown of it.
import { SENSES, told } from "/states.js";
import { holdAll, listen, relabel, speakWith, wirePanel } from "/wire.js";

const STEP = 800;
const find = (where) => document.querySelector(where);
const said = find("#said");
let english = new URLSearchParams(location.search).get("language") === "en";
const words = (zh, en) => (english ? en : zh);
speakWith(words);
const labels = []; // what is written again when the language changes
const panels = new Map(); // by device
let fixtures = {};
let laid = 0;

function speak(element, zh, en) {
  const write = () => { element.textContent = words(zh, en); };
  labels.push(write);
  write();
  return element;
}

function make(name, className) {
  const element = document.createElement(name);
  if (className) element.className = className;
  return element;
}

async function call(method, path, body) {
  try {
    const answer = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const json = await answer.json();
    said.textContent = answer.ok ? "" : json.error;
    return answer.ok ? json : undefined;
  } catch {
    said.textContent = words("模拟器没有应答", "The simulator does not answer");
    return undefined;
  }
}

const act = (device, action, body) => call("POST", `/devices/${device}/${action}`, body).then(refresh);

// One field of a deed: a fixture, one of several, a number, or a text. Gives what to ask its value.
function fieldOf(field, into) {
  const choice = field.from !== undefined || field.options !== undefined;
  const input = make(choice ? "select" : "input");
  const holder = make("label", "field");
  holder.append(speak(make("span"), field.zh, field.en), input);
  if (field.from !== undefined) {
    for (const fixture of fixtures[field.from] ?? []) input.append(new Option(fixture.replace(/\.json$/, ""), fixture));
    const usual = [...input.options].find((option) => option.value.replace(/\.[a-z]+$/, "") === field.value);
    if (usual) input.value = usual.value;
  } else if (field.options !== undefined) {
    for (const [value, zh, en] of field.options) {
      const option = new Option("", value);
      speak(option, zh, en);
      input.append(option);
    }
  } else if (field.least !== undefined) {
    Object.assign(input, { type: "number", min: field.least, max: field.most, step: field.step, value: field.value });
  } else {
    Object.assign(input, { type: "text", maxLength: 2000, value: field.text });
  }
  into.append(holder);
  return () => (field.least !== undefined ? Number(input.value) : input.value);
}

// Deeds of a group that ask for the same thing ask for it once: before all of them, or else beside the button.
function deedOf(device, deed, shared) {
  const holder = make("span", "deed");
  const button = make("button");
  button.type = "button";
  button.dataset.act = deed.act;
  if (deed.primary) button.classList.add("primary");
  if (deed.act === "heal" || deed.body?.grade === "ideal") button.classList.add("good");
  speak(button, deed.zh, deed.en);
  const asked = (deed.fields ?? []).map((field) => [field.name, shared.get(JSON.stringify(field)) ?? fieldOf(field, holder)]);
  holder.append(button);
  button.addEventListener("click", () => {
    const body = { ...(deed.body ?? {}) };
    for (const [name, value] of asked) body[name] = value();
    // Nobody lays a finger the same way twice.
    if (body.finger !== undefined) body.impression = ++laid;
    act(device, deed.act, body);
  });
  return holder;
}

function group(device, className, zh, en, deeds) {
  const title = speak(make("h3"), zh, en);
  const row = make("div", `deeds ${className}`);
  const wanted = deeds.flatMap((deed) => deed.fields ?? []).map((field) => JSON.stringify(field));
  const shared = new Map();
  for (const field of new Set(wanted)) {
    if (wanted.filter((other) => other === field).length > 1) shared.set(field, fieldOf(JSON.parse(field), row));
  }
  row.append(...deeds.map((deed) => deedOf(device, deed, shared)));
  return [title, row];
}

// Drawing by hand: points with their times, written on the pad at the pace they were drawn.
function inkOf(device) {
  const box = make("div", "shown");
  const pad = make("canvas");
  pad.width = 480;
  pad.height = 300;
  const ink = pad.getContext("2d");
  let strokes = [];
  let begun = 0;
  const within = (value) => Math.min(1, Math.max(0, value));
  const point = (event) => {
    const edge = pad.getBoundingClientRect();
    const pressure = event.pointerType === "mouse" ? 0.5 : within(event.pressure);
    return [within((event.clientX - edge.left) / edge.width), within((event.clientY - edge.top) / edge.height), pressure, Math.round(event.timeStamp - begun)];
  };
  pad.addEventListener("pointerdown", (event) => {
    if (strokes.length === 0) begun = event.timeStamp;
    pad.setPointerCapture(event.pointerId);
    strokes.push([point(event)]);
  });
  pad.addEventListener("pointermove", (event) => {
    if (event.buttons === 0 || strokes.length === 0) return;
    const stroke = strokes.at(-1);
    const from = stroke.at(-1);
    const to = point(event);
    ink.lineWidth = 3;
    ink.lineCap = "round";
    ink.beginPath();
    ink.moveTo(from[0] * pad.width, from[1] * pad.height);
    ink.lineTo(to[0] * pad.width, to[1] * pad.height);
    ink.stroke();
    stroke.push(to);
  });
  const write = speak(make("button", "primary"), "把画的写上去", "Write the drawing");
  write.addEventListener("click", () => act(device, "sign", { strokes, wait: false }));
  const wipe = speak(make("button"), "擦掉重画", "Clear the drawing");
  wipe.addEventListener("click", () => { strokes = []; ink.clearRect(0, 0, pad.width, pad.height); });
  const row = make("div", "deeds");
  row.append(write, wipe);
  box.append(pad, row);
  return { box, show() {} };
}

function liveOf() {
  const box = make("div", "shown");
  const toggle = make("button");
  const picture = make("img");
  picture.hidden = true;
  let source = "";
  let on = false;
  const write = () => { toggle.textContent = on ? words("不看画面", "Hide the picture") : words("看画面", "Watch the picture"); picture.alt = words("摄像头看到的画面", "what the camera sees"); };
  labels.push(write);
  write();
  const watch = () => {
    picture.hidden = !on || !source;
    if (on && source) picture.src = `${source}?${Date.now()}`; else picture.removeAttribute("src");
  };
  toggle.addEventListener("click", () => { on = !on; write(); watch(); });
  const row = make("div", "deeds");
  row.append(toggle);
  box.append(row, picture);
  return {
    box,
    show(state) {
      const now = state.plugged ? state.live : "";
      if (now !== source) { source = now; watch(); }
    },
  };
}

function listOf(count, read) {
  const box = make("div", "shown");
  const list = make("ol");
  box.append(list);
  let shown = -1;
  return {
    box,
    async show(state) {
      if (count(state) === shown) return;
      shown = count(state);
      list.replaceChildren(...(await read(state)).map(([href, text]) => {
        const item = make("li");
        const link = make("a");
        link.href = href;
        link.target = "_blank";
        link.textContent = text;
        item.append(link);
        return item;
      }));
    },
  };
}

const paperOf = () => listOf((state) => state.sheetsOut, async () =>
  (await (await fetch("/devices/printer/paper")).json()).slice(-40).map((sheet) => [`/devices/printer/paper/${sheet.number}`,
    words(`任务 ${sheet.job} · 第 ${sheet.pages.join("、")} 页，共 ${sheet.of} 页`, `job ${sheet.job} · page ${sheet.pages.join(", ")} of ${sheet.of}`)]));

const receiptsOf = () => listOf((state) => state.receiptsOut, async (state) =>
  Array.from({ length: state.receiptsOut }, (_, index) => [`/devices/receipt-printer/receipts/${index + 1}`, words(`第 ${index + 1} 张凭条`, `receipt ${index + 1}`)]).slice(-40));

function chipsOf(read) {
  const box = make("div", "shown chips");
  return {
    box,
    show(state) {
      box.replaceChildren(...read(state).map(([text, className]) => {
        const chip = make("span", className);
        chip.textContent = text;
        return chip;
      }));
    },
  };
}

const doorsOf = () => chipsOf((state) => state.doors.map((door) => [
  words(`${door.door} 号 ${door.closed ? "关" : "开"}${door.bolted ? "" : "，未锁"}`, `${door.door} ${door.closed ? "closed" : "open"}${door.bolted ? "" : ", unbolted"}`),
  door.closed ? "" : "open"]));
const lampsOf = () => chipsOf((state) => [
  ...Object.entries(state.senses).map(([sense, so]) => [words(...(SENSES[sense] ?? [sense, sense])), so ? "on" : ""]),
  ...Object.entries(state.lamps).map(([lamp, lit]) => [`${words("灯", "lamp")} ${lamp}`, lit ? "on" : ""]),
]);
const SHOWN = { live: liveOf, ink: inkOf, paper: paperOf, receipts: receiptsOf, doors: doorsOf, lamps: lampsOf };

function panelOf(panel) {
  const section = make("section");
  section.id = panel.id;
  section.dataset.device = panel.id;
  const hand = make("div", "hand");
  const title = make("div", "title");
  const badge = make("span", "badge");
  const speaks = make("span", "speaks");
  speaks.textContent = panel.speaks;
  title.append(speak(make("h2"), panel.zh, panel.en), badge, speaks);
  const state = make("p", "words");
  hand.append(title, state);
  const shown = SHOWN[panel.shows]?.(panel.id);
  hand.append(...group(panel.id, "", "动手", "By hand", panel.hand));
  if (shown) hand.append(shown.box);
  hand.append(...group(panel.id, "faults", "故障", "Faults", panel.faults), ...group(panel.id, "cable", "接线", "Cable", panel.cable));
  const details = make("details");
  const everything = make("pre");
  details.append(speak(make("summary"), "它说的全部", "All it says of itself"), everything);
  hand.append(details);
  section.append(hand, wirePanel(panel.id));
  const link = make("a");
  link.href = `#${panel.id}`;
  const short = make("small");
  const name = speak(make("span", "name"), panel.zh, panel.en);
  link.append(make("span", "dot"), name, short);
  const item = make("li");
  item.append(link);
  find("#rail").append(item);
  find("#panels").append(section);
  panels.set(panel.id, { section, badge, state, details, everything, shown, link, short });
}

const KINDS = { gone: ["已拔线", "unplugged"], fault: ["有故障", "with a fault"], well: ["正常", "well"] };

async function refresh() {
  let devices;
  try {
    devices = await (await fetch("/devices")).json();
  } catch {
    said.textContent = words("模拟器没有应答", "The simulator does not answer");
    return;
  }
  let well = 0;
  for (const state of devices) {
    // A device that nobody has described yet has its actions all the same.
    if (!panels.has(state.id)) panelOf({ id: state.id, zh: state.id, en: state.id, speaks: "", hand: state.actions.map((name) => ({ act: name, zh: name, en: name })), faults: [], cable: [] });
    const panel = panels.get(state.id);
    const { said: pairs, kind } = told(state);
    well += kind === "well" ? 1 : 0;
    for (const element of [panel.section, panel.link]) {
      element.classList.toggle("gone", kind === "gone");
      element.classList.toggle("fault", kind === "fault");
    }
    panel.badge.textContent = words(...KINDS[kind]);
    panel.short.textContent = kind === "well" ? "" : words(...KINDS[kind]);
    panel.state.textContent = pairs.map((pair) => words(pair[0], pair[1])).join(" · ");
    if (panel.details.open) panel.everything.textContent = JSON.stringify(state, null, 2);
    await panel.shown?.show(state);
  }
  find("#count").textContent = words(`${devices.length} 台设备，${well} 台正常`, `${devices.length} devices, ${well} of them well`);
}

function write() {
  document.documentElement.lang = words("zh-CN", "en");
  find("#language").textContent = english ? "中文" : "English";
  find("#language").lang = english ? "zh-CN" : "en";
  for (const label of labels) label();
  relabel();
}

function pressed(button, so) {
  button.setAttribute("aria-pressed", String(so));
  return so;
}

for (const element of document.querySelectorAll("[data-zh]")) speak(element, element.dataset.zh, element.dataset.en);
find("#language").addEventListener("click", () => { english = !english; write(); refresh(); });
find("#reset").addEventListener("click", () => call("POST", "/reset", {}).then(refresh));
find("#personal").addEventListener("click", (event) => listen(pressed(event.currentTarget, event.currentTarget.getAttribute("aria-pressed") !== "true")));
find("#pause").addEventListener("click", (event) => holdAll(pressed(event.currentTarget, event.currentTarget.getAttribute("aria-pressed") !== "true")));

fixtures = await (await fetch("/fixtures")).json();
for (const panel of (await (await fetch("/panels.json")).json()).panels) panelOf(panel);
write();
listen(false);
await refresh();
setInterval(refresh, STEP);
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) panels.get(entry.target.id)?.link.classList.toggle("here", entry.isIntersecting);
}, { rootMargin: "-30% 0px -60% 0px" });
for (const { section } of panels.values()) watcher.observe(section);
