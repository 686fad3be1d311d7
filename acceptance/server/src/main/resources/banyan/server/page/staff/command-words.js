import { add } from './words.js';

add({
  'points': '全部终端', 'as of': '数据截至', 'every': '每 30 秒更新',
  'OK': '正常', 'WATCH': '要留意', 'DOWN': '停用或故障', 'UNKNOWN': '不知道',
  'terminal': '终端', 'stands': '状态', 'why': '原因', 'heard': '最近一次回报', 'never': '从未', 'waiting': '待送', 'stuck': '待人工', 'release': '版本 / 内容',
  'today': '今天', 'begun': '次办理', 'completed': '次办成', 'pages printed': '页打印', 'help': '次办不成事', 'hours': '每小时办成', 'hour': '时', 'times': '次',
  'left at': '在哪一步离开', 'nothing left': '今天还没有。',
  'give directive': '发指令', 'choose': '先在列表里选终端。', 'kind': '指令', 'chosen': '已选终端：',
  'OUT_OF_SERVICE': '停止服务', 'BACK_IN_SERVICE': '恢复服务', 'NOTICE': '发公告', 'FETCH_CATALOGUE': '立即取新内容',
  'chinese': '屏幕上的中文', 'english': '屏幕上的英文', 'give': '发出', 'given': '已发出，终端在两次办理之间照办：', 'answers': '终端的回答',
  'OPEN': '还没有回答', 'SEEN': '已收到', 'DONE': '已办好', 'REFUSED': '没有照办', 'EXPIRED': '已过期',
  'code NEVER-HEARD': '从未回报', 'code SILENT': '没有回答', 'code OUT-OF-SERVICE': '已停止服务', 'code CLOSED': '机箱或供电不允许服务',
  'code STORE-FULL': '存不下了', 'code STUCK': '有件要人工看', 'code PAPER-LOW': '纸不多了', 'code PAPER-OUT': '没纸了',
}, {
  'points': 'All terminals', 'as of': 'As of', 'every': 'every 30 seconds',
  'OK': 'Well', 'WATCH': 'To watch', 'DOWN': 'Out of service or faulty', 'UNKNOWN': 'Not known',
  'terminal': 'Terminal', 'stands': 'State', 'why': 'Why', 'heard': 'Last heard', 'never': 'Never', 'waiting': 'To send', 'stuck': 'For staff', 'release': 'Version / content',
  'today': 'Today', 'begun': 'visits', 'completed': 'completed', 'pages printed': 'pages printed', 'help': 'asked for help', 'hours': 'Completed in each hour', 'hour': 'Hour', 'times': 'Times',
  'left at': 'Where visitors left', 'nothing left': 'Nothing yet today.',
  'give directive': 'Give a directive', 'choose': 'Choose terminals in the list first.', 'kind': 'Directive', 'chosen': 'Chosen: ',
  'OUT_OF_SERVICE': 'Out of service', 'BACK_IN_SERVICE': 'Back in service', 'NOTICE': 'Say a notice', 'FETCH_CATALOGUE': 'Fetch new content now',
  'chinese': 'On the screen in Chinese', 'english': 'On the screen in English', 'give': 'Give it', 'given': 'Given; terminals obey between two visits: ', 'answers': 'What the terminals say',
  'OPEN': 'No answer yet', 'SEEN': 'Heard', 'DONE': 'Done', 'REFUSED': 'Not done', 'EXPIRED': 'Expired',
  'code NEVER-HEARD': 'Never heard', 'code SILENT': 'No answer', 'code OUT-OF-SERVICE': 'Taken out of service', 'code CLOSED': 'Housing or power does not let it serve',
  'code STORE-FULL': 'Its store is full', 'code STUCK': 'Something waits for staff', 'code PAPER-LOW': 'Paper is low', 'code PAPER-OUT': 'Paper is out',
});
