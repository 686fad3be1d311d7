// What the pages say, in both languages with the same keys. A part of the centre adds its words in a file of its own (`add`).
export const WORDS = {
  'zh-CN': {
    'centre': '政务服务中心', 'pages': '页面', 'skip': '跳到正文', 'sign out': '退出', 'refused': '没有办成',
    'home': '首页', 'inbox': '待办', 'follow-ups': '回访整改', 'people': '人员', 'audit': '审计', 'no pages': '您的岗位还没有可用的页面。',
    'command': '指挥中心', 'city': '市平台',
    'sign in': '登录', 'number': '工号', 'password': '口令', 'digits': '验证器上的六位数字',
    'sign in help': '请用工号、口令和验证器上的数字登录。三样都对才行；哪一样不对，这里不说。',
    'invitation': '接受邀请', 'invitation of': '这份邀请给', 'choose password': '设一个口令',
    'password help': '至少 10 个字，大写、小写、数字、符号中至少三种，不含工号。', 'again': '再输一遍',
    'authenticator': '把这组字母添加到手机的验证器里', 'open authenticator': '在这部手机的验证器里打开',
    'take': '设好了', 'taken': '设好了，现在可以登录。', 'to sign in': '去登录', 'not the same': '两遍口令不一样。',
    'add person': '添加人员', 'name': '姓名', 'roles': '岗位', 'add': '添加并邀请', 'state': '状态', 'do': '操作',
    'ready': '可登录', 'invited': '已邀请，未设口令', 'locked': '已锁定', 'shut': '已停用',
    'invite again': '重新邀请', 'unlock': '解锁', 'shut out': '停用', 'let in': '恢复', 'change roles': '改岗位', 'keep': '保存', 'leave': '不改',
    'invitation made': '邀请只显示这一次，请当面交给本人，24 小时内有效：', 'oneself': '（本人）', 'done': '办好了。',
    'CLERK': '审批员', 'SUPERVISOR': '主管', 'OPERATOR': '运维员', 'AUDITOR': '审计员', 'ADMINISTRATOR': '管理员',
    'roles help': '审计员不兼其他岗位；管理员不兼审批员、主管。',
    'who': '谁', 'deed': '做了什么', 'subject': '对象（如受理编号）', 'when': '时间', 'row': '序号', 'find': '查找', 'earlier': '更早的', 'rows': '审计记录',
    'verify': '核对整条链', 'whole': '整条链完好，行数：', 'broken': '链断了，第一处在第几行：', 'none found': '没有这样的记录。',
    'refused AWAY': '没有联上中心，请稍后再试。', 'refused CENTRE-BUSY': '现在人多，请稍后再试。',
    'refused STAFF-SIGN-IN-WRONG': '工号、口令和数字对不上。', 'refused STAFF-SIGN-IN-LOCKED': '试的次数太多，这个工号锁定 15 分钟。管理员可以解锁。',
    'refused STAFF-INVITATION-UNKNOWN': '这份邀请已用过、过期或不存在。请管理员重新邀请。', 'refused STAFF-PASSWORD-WEAK': '口令太简单。',
    'refused STAFF-CODE-WRONG': '六位数字不对，请看验证器现在显示的。', 'refused STAFF-ROLES-APART': '这几个岗位不能由一个人兼任。',
    'refused STAFF-ONESELF': '不能改自己的。', 'refused STAFF-TAKEN': '这个工号已经有人用。', 'refused STAFF-UNKNOWN': '没有这个工号。',
    'refused STAFF-NOT-YOURS': '这一项不归您的岗位。', 'refused MALFORMED': '填写的内容不合格式。',
    'passkeys': '通行密钥', 'passkeys help': '通行密钥在您的手机、电脑或安全钥匙里，用它登录不用口令和数字。设备会先用指纹、面容或 PIN 认出您。',
    'passkeys off': '这个中心没有设置公开地址，所以不提供通行密钥。请运维员在 centre.yaml 里设 address。',
    'passkey name': '给它起个名字（如“办公室电脑”）', 'passkey add': '添加通行密钥', 'passkey remove': '删除', 'passkey called': '名称', 'passkey since': '添加于', 'passkey used': '上次使用',
    'passkey never': '还没用过', 'no passkeys': '您还没有通行密钥。', 'passkey sign in': '用通行密钥登录',
    'refused PASSKEY-LEFT': '没有用通行密钥：设备上取消了、没有认出您，或没有这里的通行密钥。', 'refused STAFF-PASSKEY-WRONG': '这把通行密钥在这里不能用，可能已经删除。请用口令登录。',
    'refused STAFF-PASSKEYS-OFF': '这个中心不提供通行密钥。', 'refused STAFF-PASSKEYS-ENOUGH': '通行密钥已经够多，或这一把已经添加过。请先删除一把。',
  },
  en: {
    'centre': 'Service centre', 'pages': 'Pages', 'skip': 'Skip to the content', 'sign out': 'Sign out', 'refused': 'It was not done',
    'home': 'Home', 'inbox': 'Inbox', 'follow-ups': 'Follow-ups', 'people': 'People', 'audit': 'Audit', 'no pages': 'There is no page for your role yet.',
    'command': 'Command centre', 'city': 'City platform',
    'sign in': 'Sign in', 'number': 'Staff number', 'password': 'Password', 'digits': 'The six digits of your authenticator',
    'sign in help': 'Sign in with number, password and the digits of your authenticator. All three must fit; which did not is not told.',
    'invitation': 'Take up an invitation', 'invitation of': 'This invitation is for', 'choose password': 'Choose a password',
    'password help': 'At least 10 letters of three kinds among capitals, small letters, digits and signs, without your number.', 'again': 'Once more',
    'authenticator': 'Put these letters into your telephone’s authenticator', 'open authenticator': 'Open them in this telephone’s authenticator',
    'take': 'That is set', 'taken': 'It is set; now you can sign in.', 'to sign in': 'Go to the sign-in', 'not the same': 'The two passwords differ.',
    'add person': 'Add somebody', 'name': 'Name', 'roles': 'Roles', 'add': 'Add and invite', 'state': 'State', 'do': 'Actions',
    'ready': 'Can sign in', 'invited': 'Invited, no password yet', 'locked': 'Locked', 'shut': 'Shut out',
    'invite again': 'Invite again', 'unlock': 'Unlock', 'shut out': 'Shut out', 'let in': 'Let in again', 'change roles': 'Change roles', 'keep': 'Keep', 'leave': 'Leave as it is',
    'invitation made': 'The invitation is shown this once; hand it over in person. It counts for 24 hours:', 'oneself': '(yourself)', 'done': 'Done.',
    'CLERK': 'Clerk', 'SUPERVISOR': 'Supervisor', 'OPERATOR': 'Operator', 'AUDITOR': 'Auditor', 'ADMINISTRATOR': 'Administrator',
    'roles help': 'An auditor has no other role; an administrator is neither clerk nor supervisor.',
    'who': 'Who', 'deed': 'Deed', 'subject': 'Subject (such as a case’s number)', 'when': 'When', 'row': 'Row', 'find': 'Find', 'earlier': 'Earlier', 'rows': 'Rows of the audit',
    'verify': 'Verify the whole chain', 'whole': 'The whole chain is as it was written; rows: ', 'broken': 'The chain is broken; first at row ', 'none found': 'There is no such row.',
    'refused AWAY': 'The centre cannot be reached; please try again later.', 'refused CENTRE-BUSY': 'The centre is busy; please try again soon.',
    'refused STAFF-SIGN-IN-WRONG': 'Number, password and digits do not fit.', 'refused STAFF-SIGN-IN-LOCKED': 'Tried too often: this number is locked for 15 minutes. An administrator can unlock it.',
    'refused STAFF-INVITATION-UNKNOWN': 'This invitation is used, expired or unknown. Ask an administrator for another.', 'refused STAFF-PASSWORD-WEAK': 'The password is too simple.',
    'refused STAFF-CODE-WRONG': 'Those are not the digits the authenticator shows now.', 'refused STAFF-ROLES-APART': 'One person may not have these roles together.',
    'refused STAFF-ONESELF': 'Nobody changes this of himself.', 'refused STAFF-TAKEN': 'Somebody has this number.', 'refused STAFF-UNKNOWN': 'Nobody has this number.',
    'refused STAFF-NOT-YOURS': 'That is not for your role.', 'refused MALFORMED': 'What was filled in is not of the right form.',
    'passkeys': 'Passkeys', 'passkeys help': 'A passkey is in your telephone, computer or security key and signs you in without password and digits. The device first looks who you are, by finger, face or PIN.',
    'passkeys off': 'This centre has no public address and so offers no passkeys. Its operator sets “address” in centre.yaml.',
    'passkey name': 'What you call it (such as “computer at the office”)', 'passkey add': 'Add a passkey', 'passkey remove': 'Remove', 'passkey called': 'Called', 'passkey since': 'Added', 'passkey used': 'Last used',
    'passkey never': 'Not yet', 'no passkeys': 'You have no passkey yet.', 'passkey sign in': 'Sign in with a passkey',
    'refused PASSKEY-LEFT': 'No passkey was used: it was cancelled, the device did not recognise you, or it has none for this centre.', 'refused STAFF-PASSKEY-WRONG': 'This passkey does not count here; perhaps it was removed. Sign in with your password.',
    'refused STAFF-PASSKEYS-OFF': 'This centre offers no passkeys.', 'refused STAFF-PASSKEYS-ENOUGH': 'You have passkeys enough, or this one already. Remove one first.',
  },
};

/** Which language this browser chose; Chinese where it chose none. Nothing else is ever stored. */
export function language() {
  return localStorage.getItem('language') === 'en' ? 'en' : 'zh-CN';
}

export function switchLanguage() {
  localStorage.setItem('language', language() === 'en' ? 'zh-CN' : 'en');
}

/** The name of the other language, in that language. */
export function otherLanguage() {
  return language() === 'en' ? '中文' : 'English';
}

/** Words of a part of the centre: two lists with the same keys. */
export function add(chinese, english) {
  Object.assign(WORDS['zh-CN'], chinese);
  Object.assign(WORDS.en, english);
}

/** What stands for this key; empty where there is no such key. */
export function say(key) {
  return WORDS[language()][key] || '';
}
