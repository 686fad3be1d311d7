// What passes over the wires: one stream of events for the page, a bounded list for each device.
const MOST_ROWS = 500;
const ROUND = 4; // so many rows make a round of questions and answers
const LONG = 200; // heads with their dates differ each time; the same name and length is the same
const SHORT = 48; // bytes of a frame that are shown before somebody asks for all of them

const lists = new Map(); // by device: { list, held, waiting, count }
let stream;
let words = (zh, en) => zh;
let personal = false;
let allHeld = false;

export function speakWith(how) { words = how; }

export function wirePanel(device) {
  const wire = document.createElement("div");
  wire.className = "wire";
  const bar = document.createElement("div");
  bar.className = "bar";
  const title = document.createElement("h3");
  const hold = button();
  const clear = button();
  const save = document.createElement("a");
  save.setAttribute("download", `${device}.txt`);
  bar.append(title, hold, clear, save);
  const list = document.createElement("ol");
  list.className = "frames";
  list.tabIndex = 0;
  list.style.listStyle = "none";
  wire.append(bar, list);
  const entry = { list, title, hold, clear, save, held: false, waiting: [], count: 0 };
  lists.set(device, entry);
  hold.addEventListener("click", () => { entry.held = !entry.held; label(device, entry); if (!entry.held) release(entry); });
  clear.addEventListener("click", async () => {
    await fetch(`/devices/${device}/traffic`, { method: "DELETE" });
    entry.waiting = [];
    entry.count = 0;
    list.replaceChildren();
    label(device, entry);
  });
  label(device, entry);
  return wire;
}

function button() {
  const made = document.createElement("button");
  made.type = "button";
  return made;
}

function label(device, entry) {
  entry.title.textContent = words("线上来往", "On the wire") + ` · ${entry.count}`;
  entry.hold.textContent = entry.held ? words("继续", "Go on") : words("停住", "Pause");
  entry.hold.setAttribute("aria-pressed", String(entry.held));
  entry.clear.textContent = words("清空", "Clear");
  entry.save.textContent = words("存为记录", "Save transcript");
  entry.save.href = `/devices/${device}/traffic.txt` + (personal ? "?personal=shown" : "");
  entry.list.setAttribute("aria-label", words("线上来往", "On the wire"));
  if (entry.list.childElementCount === 0) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = words("还没有来往", "Nothing yet");
    entry.list.append(none);
  }
}

export function relabel() { for (const [device, entry] of lists) label(device, entry); }

export function holdAll(held) {
  allHeld = held;
  if (!held) for (const entry of lists.values()) if (!entry.held) release(entry);
}

/** Begins to listen; what is somebody's is hidden by the simulator unless it is asked to show it. */
export function listen(show) {
  personal = show;
  stream?.close();
  for (const entry of lists.values()) {
    entry.list.replaceChildren();
    entry.waiting = [];
    entry.count = 0;
  }
  relabel();
  stream = new EventSource("/traffic" + (show ? "?personal=shown" : ""));
  const seen = new Map();
  stream.addEventListener("message", (event) => {
    for (const frame of JSON.parse(event.data)) {
      const entry = lists.get(frame.device);
      // After a break in the connection what is kept comes again.
      if (!entry || frame.number <= (seen.get(frame.device) ?? 0)) continue;
      seen.set(frame.device, frame.number);
      entry.count += 1;
      if (entry.held || allHeld) {
        entry.waiting.push(frame);
        if (entry.waiting.length > MOST_ROWS) entry.waiting.shift();
      } else {
        add(entry, frame);
      }
    }
    for (const [device, entry] of lists) entry.title.textContent = words("线上来往", "On the wire") + ` · ${entry.count}`;
  });
}

function release(entry) {
  for (const frame of entry.waiting) add(entry, frame);
  entry.waiting = [];
}

function clock(millis) {
  const at = new Date(millis);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}

function pairs(hex, most) {
  const all = hex.match(/../g) ?? [];
  return all.slice(0, most).join(" ") + (all.length > most ? " …" : "");
}

function add(entry, frame) {
  const list = entry.list;
  list.querySelector(".none")?.remove();
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
  // What is asked again and again and answered the same is one row that counts; so are a camera's pictures.
  const same = frame.name === "picture" ? "" : frame.length > LONG && !frame.hidden ? frame.length : frame.hex;
  const key = `${frame.way} ${frame.name} ${same}`;
  for (const before of [...list.children].slice(-ROUND)) {
    if (before.dataset.key === key) {
      before.dataset.times = String(Number(before.dataset.times) + 1);
      before.querySelector("time").textContent = clock(frame.at);
      before.querySelector(".times").textContent = ` × ${before.dataset.times}`;
      before.frame = frame;
      return;
    }
  }
  const row = document.createElement("li");
  row.className = frame.way === ">" ? "to" : "from";
  row.dataset.key = key;
  row.dataset.times = "1";
  const time = document.createElement("time");
  time.textContent = clock(frame.at);
  const way = document.createElement("span");
  way.className = "way";
  way.textContent = frame.way === ">" ? "→" : "←";
  way.title = frame.way === ">" ? words("终端发给设备", "from the terminal") : words("设备发给终端", "from the device");
  const said = document.createElement("span");
  said.className = "said";
  said.textContent = frame.name || words("（没有名字）", "(no name)");
  const size = document.createElement("small");
  size.textContent = ` · ${frame.length} B` + (frame.hidden ? words(" · 个人字节已遮住", " · personal bytes hidden") : "");
  const times = document.createElement("b");
  times.className = "times";
  said.append(times, size);
  const hex = document.createElement("span");
  hex.className = "hex";
  hex.textContent = pairs(frame.hex, SHORT);
  row.frame = frame;
  if (frame.hex.length > 2 * SHORT) {
    hex.classList.add("long");
    hex.tabIndex = 0;
    hex.setAttribute("role", "button");
    let whole = false;
    const turn = () => {
      whole = !whole;
      hex.textContent = pairs(row.frame.hex, whole ? row.frame.hex.length : SHORT) + (whole && row.frame.cut ? words("（后面没有留）", " (the rest was not kept)") : "");
    };
    hex.addEventListener("click", turn);
    hex.addEventListener("keydown", (event) => { if (event.key === "Enter") turn(); });
  }
  row.append(time, way, said, hex);
  list.append(row);
  while (list.childElementCount > MOST_ROWS) list.firstElementChild.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}
