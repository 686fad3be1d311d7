// Plays with the simulated devices by hand: every button is one POST /devices/{id}/{action}.
const GRADES = [["ideal", "理想 ideal"], ["slow", "慢 slow"], ["flaky", "时好时坏 flaky"], ["hostile", "很差 hostile"]];
const WORDS = {
  plugged: "已接上 connected", unplugged: "已拔线 unplugged", open: "终端已打开 opened by the terminal",
  found: "已寻到 found", selected: "已选卡 selected", none: "没有卡 no card",
};
const said = document.querySelector("#said");
const field = (id) => document.querySelector(id);

async function call(method, path, body) {
  const answer = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = await answer.json();
  said.textContent = answer.ok ? "" : json.error;
  return answer.ok ? json : undefined;
}

const act = (device, action, body) => call("POST", `/devices/${device}/${action}`, body ?? {}).then(refresh);

// Nobody lays a finger the same way twice.
let laid = 0;

function given(name) {
  switch (name) {
    case "card": return { card: field("#card").value };
    case "page": return { page: field("#page").value };
    case "signature": return { signature: field("#signature").value, wait: false };
    case "finger": {
      laid += 1;
      return { finger: field("#finger").value, skin: field("#skin").value, impression: laid };
    }
    case "sheets": return { sheets: Number(field("#sheets").value) };
    default: return {};
  }
}

for (const section of document.querySelectorAll("section")) {
  const device = section.dataset.device;
  for (const button of section.querySelectorAll("button[data-act]")) {
    button.addEventListener("click", () =>
      act(device, button.dataset.act, button.dataset.body ? JSON.parse(button.dataset.body) : given(button.dataset.with)));
  }
  for (const input of section.querySelectorAll("[data-change]")) {
    input.addEventListener("change", () => {
      const value = input.type === "checkbox" ? input.checked : input.type === "range" ? Number(input.value) : input.value;
      act(device, input.dataset.change, { [input.dataset.field]: value });
    });
  }
}
field("#reset").addEventListener("click", () => call("POST", "/reset", {}).then(refresh));

function fill(select, names) {
  select.replaceChildren(...names.map(([value, text]) => new Option(text, value)));
}

// The drawing: points with their times, written on the pad at the pace they were drawn.
const pad = field("#pad");
const ink = pad.getContext("2d");
let strokes = [];
let begun = 0;

function point(event) {
  const box = pad.getBoundingClientRect();
  const within = (value) => Math.min(1, Math.max(0, value));
  const x = within((event.clientX - box.left) / box.width);
  const y = within((event.clientY - box.top) / box.height);
  const pressure = event.pointerType === "mouse" ? 0.5 : within(event.pressure);
  return [x, y, pressure, Math.round(event.timeStamp - begun)];
}

function line(from, to) {
  ink.lineWidth = 3;
  ink.lineCap = "round";
  ink.beginPath();
  ink.moveTo(from[0] * pad.width, from[1] * pad.height);
  ink.lineTo(to[0] * pad.width, to[1] * pad.height);
  ink.stroke();
}

pad.addEventListener("pointerdown", (event) => {
  if (strokes.length === 0) begun = event.timeStamp;
  pad.setPointerCapture(event.pointerId);
  strokes.push([point(event)]);
});
pad.addEventListener("pointermove", (event) => {
  if (event.buttons === 0 || strokes.length === 0) return;
  const stroke = strokes.at(-1);
  const next = point(event);
  line(stroke.at(-1), next);
  stroke.push(next);
});
field("#clear").addEventListener("click", () => {
  strokes = [];
  ink.clearRect(0, 0, pad.width, pad.height);
});
field("#write").addEventListener("click", () => act("signature-pad", "sign", { strokes, wait: false }));

const connection = (state) => (state.plugged ? WORDS.plugged : WORDS.unplugged) + (state.open ? "，" + WORDS.open : "");

const TELL = {
  "id-card-reader": (state) => {
    const card = state.card
      ? `卡 card: ${state.card.fixture}` + (state.card.found ? "，" + WORDS.found : "") + (state.card.selected ? "，" + WORDS.selected : "")
      : WORDS.none;
    const reads = (state.commands["3001"] ?? 0) + (state.commands["3010"] ?? 0);
    return `${connection(state)} · ${card} · 读卡 reads: ${reads}` + (state.trouble === "none" ? "" : ` · ${state.trouble}`)
      + (state.refuses ? ` · 拒读 refuses ${state.refuses}` : "");
  },
  "document-camera": (state) =>
    `${connection(state)} · 纸 page: ${state.page ?? "没有 none"}` + (state.covered ? " · 被遮住 covered" : "")
    + (state.frozen ? " · 画面定住 frozen" : "") + (state.silent ? " · 不应答 silent" : "")
    + ` · 观看 viewers: ${state.viewers} · 拍照 stills: ${state.stillsTaken}`,
  "signature-pad": (state) =>
    `${connection(state)} · ` + (state.started ? "等签字 waiting for a pen" : "没有在采集 not sampling")
    + (state.drawing ? " · 正在写 writing" : "") + (state.trouble === "none" ? "" : ` · ${state.trouble}`),
  "fingerprint-pad": (state) =>
    `${connection(state)} · 手指 finger: ${state.finger?.label ?? "没有 none"} · 取图 pictures: ${state.pictures}`
    + (state.trouble === "none" ? "" : ` · ${state.trouble}`) + (state.fails ? ` · ${state.fails}` : ""),
  "receipt-printer": (state) =>
    `${connection(state)} · 纸卷 roll: ${state.roll}` + (state.coverOpen ? " · 盖子开着 cover open" : "")
    + (state.cutterJammed ? " · 切刀卡住 knife stuck" : "") + (state.silent ? " · 不应答 silent" : "")
    + ` · 凭条 receipts: ${state.receiptsOut}`,
  printer: (state) =>
    `${connection(state)} · ${state.state} · ${state.reasons.join(", ")} · 纸盒 tray: ${state.traySheets} · 碳粉 toner: ${state.toner}`
    + (state.silent ? " · 不应答 silent" : "") + (state.reception === "open" ? "" : ` · ${state.reception}`),
};

let watching = "";
let papers = -1;

async function refresh() {
  let devices;
  try {
    devices = await (await fetch("/devices")).json();
  } catch {
    said.textContent = "模拟器没有应答 / the simulator does not answer";
    return;
  }
  for (const state of devices) {
    const section = document.querySelector(`[data-device="${state.id}"]`);
    if (!section) continue;
    section.classList.toggle("gone", !state.plugged);
    section.querySelector(".state").textContent = TELL[state.id](state);
    for (const input of section.querySelectorAll("[data-field]")) {
      const key = input.dataset.field === "level" ? "toner" : input.dataset.field;
      if (input === document.activeElement) continue;
      if (input.type === "checkbox") input.checked = state[key]; else input.value = state[key];
    }
    if (state.id === "document-camera") watch(state);
    if (state.id === "printer") await showPrinter(state);
    if (state.id === "receipt-printer") showReceipts(state);
  }
}

function watch(state) {
  const source = state.plugged ? state.live : "";
  if (source === watching) return;
  watching = source;
  if (source) field("#live").src = `${source}?${Date.now()}`; else field("#live").removeAttribute("src");
}

let slips = -1;

function showReceipts(state) {
  if (state.receiptsOut === slips) return;
  slips = state.receiptsOut;
  field("#receipts").replaceChildren(...Array.from({ length: slips }, (_, index) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/devices/receipt-printer/receipts/${index + 1}`;
    link.target = "_blank";
    link.textContent = `第 ${index + 1} 张 · receipt ${index + 1}`;
    item.append(link);
    return item;
  }));
}

async function showPrinter(state) {
  field("#jobs").replaceChildren(...state.jobs.slice(-5).map((job) => {
    const item = document.createElement("li");
    item.textContent = `${job.id}: ${job.state} · ${job.pagesOut} / ${job.pages} 页 pages · ${job.reason}`;
    return item;
  }));
  if (state.sheetsOut === papers) return;
  papers = state.sheetsOut;
  const list = await (await fetch("/devices/printer/paper")).json();
  field("#paper").replaceChildren(...list.map((sheet) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/devices/printer/paper/${sheet.number}`;
    link.target = "_blank";
    link.textContent = `任务 job ${sheet.job} · 第 ${sheet.pages.join("、")} 页，共 ${sheet.of} 页 · page ${sheet.pages.join(", ")} of ${sheet.of}`;
    item.append(link);
    return item;
  }));
}

const fixtures = await (await fetch("/fixtures")).json();
const plain = (names) => names.map((name) => [name, name.replace(/\.json$/, "")]);
fill(field("#card"), plain(fixtures.cards));
fill(field("#page"), plain(fixtures.pages));
fill(field("#signature"), plain(fixtures.signatures));
fill(field("#finger"), plain(fixtures.fingers));
for (const id of ["#reader-grade", "#pad-grade", "#finger-grade"]) fill(field(id), GRADES);
for (const [id, name] of [["#card", "zhang-sanfeng.json"], ["#page", "proof-letter-1.png"], ["#signature", "zhang-sanfeng.json"], ["#finger", "zhang-sanfeng.json"]]) {
  if ([...field(id).options].some((option) => option.value === name)) field(id).value = name;
}
await refresh();
setInterval(refresh, 800);
