// How each device stands, in words. What nobody has a word for stands in the list of everything it says of itself.
const GRADES = { ideal: ["线路好", "good line"], slow: ["线路慢", "slow line"], flaky: ["线路时好时坏", "flaky line"], hostile: ["线路很差", "hostile line"] };
const TROUBLES = {
  silent: ["不应答", "silent"], garbled: ["乱码", "garbled"], "self-test-fails": ["自检不过", "self test fails"], locked: ["设了口令", "locked"],
  mute: ["复位不应答", "no answer to reset"], lying: ["长度说谎", "lengths lie"], jam: ["卡纸", "jam"], "cover-open": ["盖子开着", "cover open"],
  "double-feed": ["一次进了两张", "double feed"], "too-long": ["纸太长", "too long"],
};
const ROLLS = { enough: ["纸够", "enough paper"], low: ["快没纸", "paper low"], out: ["没纸", "out of paper"] };
const TONERS = { full: ["碳粉足", "toner full"], low: ["碳粉少", "toner low"], empty: ["碳粉空", "toner out"] };
const PRINTER = { idle: ["空闲", "idle"], processing: ["正在打", "printing"], stopped: ["停了", "stopped"] };
const REASONS = {
  "media-needed-error": ["要加纸", "needs paper"], "media-needed": ["要加纸", "needs paper"], "media-empty-error": ["没纸", "out of paper"], "media-jam-error": ["卡纸", "jam"], "cover-open-error": ["盖子开着", "cover open"],
  "toner-low-warning": ["碳粉少", "toner low"], "toner-empty-error": ["碳粉空", "toner out"],
};
export const SENSES = {
  presence: ["有人", "somebody there"], door: ["机柜门开着", "housing open"], tamper: ["被撬", "tampered with"], "on-battery": ["停电", "on battery"],
  "battery-low": ["电池快没电", "battery low"], headphones: ["插了耳机", "headphones in"], "call-button": ["按了求助", "call button"],
};

const known = (table, key) => table[key] ?? [key, key];
const when = (so, zh, en) => (so ? [[zh, en]] : []);
const bad = (so, zh, en) => (so ? [[zh, en, true]] : []);
const fault = (pair) => [pair[0], pair[1], true];

/** What every device may have, then what is particular to it: pairs of Chinese and English, the third true where it is a fault. */
function common(state) {
  const said = [];
  if (state.open || state.taken || state.connected) said.push(["终端已打开", "opened by the terminal"]);
  if (state.grade && state.grade !== "ideal") said.push(fault(known(GRADES, state.grade)));
  if (state.trouble && state.trouble !== "none") said.push(fault(known(TROUBLES, state.trouble)));
  if (state.silent) said.push(fault(TROUBLES.silent));
  if (state.garbling) said.push(fault(TROUBLES.garbled));
  if (state.stray) said.push(["夹杂别的字节", "stray bytes", true]);
  if (state.frozen) said.push(["画面定住", "frozen", true]);
  return said;
}

const reader = (state) => [
  ...(state.card ? [[`放着 ${state.card.fixture}`, `with ${state.card.fixture}`]] : [["没有证件", "no card"]]),
  ...when(state.card?.selected, "已选卡", "selected"),
  ...bad(state.refuses, `拒读 ${state.refuses}`, `refuses ${state.refuses}`),
  ...bad(state.pullsAfterBytes !== undefined, "下次读到一半抽走", "pulled in the next read"),
  [`读了 ${(state.commands?.["3001"] ?? 0) + (state.commands?.["3010"] ?? 0)} 次`, `${(state.commands?.["3001"] ?? 0) + (state.commands?.["3010"] ?? 0)} reads`],
];
const camera = (state) => [
  ...bad(state.covered, "被遮住", "covered"),
  ...bad(state.framesPerSecond < 15, `每秒 ${state.framesPerSecond} 幅`, `${state.framesPerSecond} pictures a second`),
  [`${state.viewers} 处在看`, `${state.viewers} watching`], [`拍了 ${state.stillsTaken} 张`, `${state.stillsTaken} stills`],
];
const doors = (state) => state.doors.filter((door) => !door.closed).map((door) => door.door);

const PARTICULAR = {
  "id-card-reader": reader,
  "usb-id-card-reader": reader,
  "smart-card": (state) => [state.card ? ["有卡", "a card is in"] : ["没有卡", "no card"], [`${state.commands} 条命令`, `${state.commands} commands`]],
  "document-camera": (state) => [state.page ? [`放着 ${state.page}`, `with ${state.page}`] : ["桌上没有纸", "nothing on the desk"], ...camera(state)],
  "face-camera": (state) => [[`${state.persons} 人`, state.persons === 1 ? "one person" : `${state.persons} persons`], ...camera(state)],
  scanner: (state) => [
    [`进纸器 ${state.sheets} 张`, `${state.sheets} sheets in the feeder`], ...when(state.glass, `玻璃上 ${state.glass}`, `${state.glass} on the glass`),
    [`过了 ${state.sheetsThrough} 张`, `${state.sheetsThrough} sheets through`], ...bad(state.secondsPerPage > 0, "变慢", "slow"), ...bad(state.tilt > 0, "走歪", "askew"),
  ],
  "fingerprint-pad": (state) => [
    state.finger ? [`按着 ${state.finger.label}`, `with ${state.finger.label}`] : ["没有手指", "no finger"],
    ...bad(state.fails, `传感器坏 ${state.fails}`, `sensor fails ${state.fails}`), [`取图 ${state.pictures}`, `${state.pictures} pictures`],
  ],
  "signature-pad": (state) => [state.started ? ["等签字", "waiting for a pen"] : ["没有在采集", "not sampling"], ...when(state.drawing, "正在写", "writing"), [`${state.packets} 个点`, `${state.packets} points`]],
  "stu-signature-pad": (state) => [state.inking ? ["显示笔迹", "inking"] : ["不显示笔迹", "not inking"], ...when(state.drawing, "正在写", "writing"), [`${state.reports ?? 0} 个报告`, `${state.reports ?? 0} reports`]],
  printer: (state) => [
    known(PRINTER, state.state), ...state.reasons.filter((reason) => reason !== "none").map((reason) => fault(known(REASONS, reason))),
    [`纸 ${state.traySheets} 张`, `${state.traySheets} sheets`], known(TONERS, state.toner), ...bad(state.contradicts !== "nothing", "SNMP 说法不同", "SNMP contradicts"), ...bad(state.snmpManner !== "answering", "SNMP 不正常", "SNMP " + state.snmpManner), ...bad(state.reception !== "open", "不收任务", state.reception),
    [`出了 ${state.sheetsOut} 张`, `${state.sheetsOut} out`],
  ],
  "receipt-printer": (state) => [
    state.roll === "enough" ? ROLLS.enough : fault(known(ROLLS, state.roll)), ...bad(state.coverOpen, "盖子开着", "cover open"), ...bad(state.cutterJammed, "切刀卡住", "knife stuck"),
    ...bad(!state.powered, "断电", "no power"), [`出了 ${state.receiptsOut} 张凭条`, `${state.receiptsOut} receipts out`],
  ],
  "code-scanner": (state) => [[`扫了 ${state.scanned} 个`, `${state.scanned} scanned`]],
  "hid-code-scanner": (state) => [[`扫了 ${state.scanned} 个`, `${state.scanned} scanned`]],
  "document-cabinet": (state) => [
    doors(state).length ? [`开着 ${doors(state).join("、")} 号门`, `open: ${doors(state).join(", ")}`] : [`${state.doors.length} 扇门都关着`, `all ${state.doors.length} doors closed`],
    ...bad(state.doors.some((door) => door.jammed), "锁舌卡住", "a bolt is stuck"), ...bad(state.doors.some((door) => door.contact !== "true"), "门磁说谎", "a contact lies"),
  ],
  auxiliaries: (state) => [
    ...Object.entries(state.senses).filter(([, so]) => so).map(([sense]) => known(SENSES, sense)),
    [`亮着 ${Object.values(state.lamps).filter(Boolean).length} 盏灯`, `${Object.values(state.lamps).filter(Boolean).length} lamps lit`],
  ],
};

/** Pairs of words, and the state in one: "gone", "fault" or "well". */
export function told(state) {
  const said = [...common(state), ...(PARTICULAR[state.id]?.(state) ?? [])];
  const kind = !state.plugged ? "gone" : said.some((pair) => pair[2]) ? "fault" : "well";
  return { said, kind };
}
